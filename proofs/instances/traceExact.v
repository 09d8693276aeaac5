(** * Exact averaging under an action by matrices, by traces                  *)
(*    (MATHEMATICS.md, 2.3, 2.16)                                             *)
(*                                                                            *)
(* As characterSum.v, for polynomials_under and traces that are algebraic     *)
(* numbers; phi is the list of the traces of representatives rs.              *)
(*                                                                            *)
(*   in_setting d N S n rs m V a b q test == V are vectors that S moves, rs   *)
(*                     represents the classes, and test holds for the table   *)
(*                     of the classes and bounds of the powers of c           *)
(*  trace_values d m D V rs == phi                                            *)
(*  scheme_traces N S n m phi k es W l T == the scheme es, W of kind k with   *)
(*                     at most l elements has the sum of 2.16                 *)
(*  weight_traces N S n rs m phi z T == the same of a class function z, which *)
(*                     is then exact, whatever its sum                        *)
(*  every_trace N S n rs m phi psi l T ps == the convolution of phi and psi is *)
(*                     dominated by its value at 1: every irreducible occurs  *)

From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From SsrMultinomials Require Import mpoly.
From Reynolds.instances Require Import claims claimsOfMatrices modules numbers listing actions terms weights.
From Reynolds.instances Require Import classFunctions linearProgramme characterSum wholeGroup.
From Reynolds.instances Require Import algebraicNumbers linearActions traceEntries linearTraces planeTraces numeralFunctions.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Section Abstract.

Variables (R : realFieldType) (gT : finGroupType) (G : {group gT}).
Variables (F : functions R gT) (tau : gT -> R).
Variables (F' : functions R gT) (dot : space F' -> space F' -> R) (e : space F').
Hypothesis TE : trace_entry G F tau dot e.
Let EF := entry_euclidean TE.

Lemma entry_entries : {in G, forall h, entries dot [:: e] h = tau h}.
Proof. by move=> h Gh; rewrite /entries big_seq1 (dotC EF) (entry_trace TE). Qed.

Theorem trace_exact (w : gT -> R) (s := \sum_(g in G) w g) :
    \sum_(h in G) correlation G w h * tau h = s ^+ 2 * (#|G|%:R^-1 * \sum_(h in G) tau h) ->
  exact G F w.
Proof.
move=> eq_sum; set P := fixed_average G e.
have sqE : square (average G w e) = \sum_(h in G) correlation G w h * tau h.
  rewrite (square_average EF); apply: eq_bigr => h Gh.
  by rewrite (dotC EF) (entry_trace TE).
have sqP : square P = #|G|%:R^-1 * \sum_(h in G) tau h.
  have := sum_square_fixed EF [:: e]; rewrite big_seq1 => ->; congr (_ * _).
  by apply: eq_bigr => h; apply: entry_entries.
have dotP : dot (average G w e) P = s * square P.
  rewrite mulr_suml (dot_suml EF); apply: eq_bigr => g Gg.
  by rewrite -[X in dot _ X](act_fixed EF e Gg) (dot_act EF) // (dot_fixed EF).
have zero : dot (average G w e - s *: P) (average G w e - s *: P) = 0.
  rewrite -(dot_square EF) (squareB EF) sqE eq_sum -sqP.
  have -> : dot (average G w e) (s *: P) = s * (s * square P).
    have lin := dot_linear EF (average G w e).
    by rewrite -[dot _]/(Linear lin : space F' -> R^o) linearZ /= dotP.
  have -> : square (s *: P) = s * (s * square P).
    rewrite (dot_square EF); have lin := dot_linear EF (s *: P).
    rewrite -[dot _]/(Linear lin : space F' -> R^o) linearZ /= (dotC EF).
    have lin' := dot_linear EF P; rewrite -[dot P]/(Linear lin' : space F' -> R^o) linearZ /=.
    by rewrite (dot_square EF).
  by rewrite mulrA -expr2 mulr2n opprD addrA subrr add0r addNr.
have def_E : average G w e = s *: P.
  by apply/eqP; rewrite -subr_eq0; apply/eqP/(entry_eq0 TE).
by apply: (exact_entry TE) => h Gh; rewrite def_E (act_scale EF) (act_fixed EF).
Qed.

End Abstract.

(** ** Computation *)

Definition trace_values (d : nat) (m : numeral) (D : seq nat) (V : seq (seq numeral)) (rs : seq (seq nat)) :=
  [seq form_trace d m D V r | r <- rs].

Definition in_setting (d N : nat) (S : seq (seq nat)) (n : nat) (rs : seq (seq nat)) (m : numeral)
    (V : seq (seq numeral)) (a b q : Z) (test : trie nat -> seq (Z * Z) -> bool) : bool :=
  [&& (0 <=? a)%BZ, (0 <? q)%BZ, acts_on_forms d N S m V &
    let T := class_table N S n rs in classes N S n rs T && test T (bounds (size m) a b q)].

Section Computation.

Variables (N : nat) (S : seq (seq nat)) (n : nat) (rs : seq (seq nat)) (m : numeral) (phi : seq numeral).
Local Notation L := (elements N S n).

Definition equal_numerals (x y : numeral) : bool := vanishes (nadd x (nneg y)).

Definition order : Z := Z.of_nat (size L).

Definition scheme_traces (k : weights) (es : seq term) (W : Z) (l : nat) (T : trie nat) : bool :=
  [&& listed N S n es, kind_ok k es W, (size es <= l)%N
    & let ss := [seq (inverse N e.1, e.2) | e <- es] in
      let pairs := nsum [seq nscale s.2 (nsum [seq nscale t.2 (value_at T phi (compose t.1 s.1)) | t <- es]) | s <- ss] in
      equal_numerals (nscale order pairs) (nscale (W * W) (total_of N S n T phi))].

Definition weight_traces (z : seq numeral) (T : trie nat) : bool :=
  let zz := [seq correlated N S n m T z z r | r <- rs] in
  let s := total_of N S n T z in
  equal_numerals (nscale order (nsum [seq nmul m (value_at T zz x) (value_at T phi x) | x <- L]))
                 (nmul m (nmul m s s) (total_of N S n T phi)).

Definition every_trace (psi : seq Z) (l : nat) (T : trie nat) (ps : seq (Z * Z)) : bool :=
  let us := integers psi in
  let cs := [seq correlated N S n m T phi us r | r <- rs] in
  [&& fit_all ps cs, (total_large N S n T ps cs <? (range ps (value_at T cs (identity N))).1)%BZ
    & (l <= size L)%N].

End Computation.

(* Without an irrational number.                                              *)
Lemma rational_root (R : realFieldType) : is_root (0 : R) [:: 0%BZ] 0 0 1.
Proof. by split; rewrite /= ?expr1 ?mul0r ?addr0 // /fraction zr0 mul0r lexx. Qed.

(** ** Soundness *)

Section Soundness.

Variables (R : realFieldType) (c : R) (d N : nat) (S : seq (seq nat)) (n : nat) (rs : seq (seq nat)).
Variables (m : numeral) (V : seq (seq numeral)) (a b q : Z) (D : seq nat).
Hypothesis root : is_root c m a b q.

Local Notation G := (group_of N S).
Local Notation L := (elements N S n).
Local Notation T := (class_table N S n rs).
Local Notation F := (polynomials_under c d N G V D).
Local Notation phi := (trace_values d m D V rs).
Local Notation ps := (bounds (size m) a b q).
Local Notation zr := (zr R).
Local Notation number := (number c).
Local Notation tau := (@character_of R c d D N S V).

Lemma equal_numeralsP x y : equal_numerals x y -> number x = number y.
Proof.
by move=> /(vanishesP c)/eqP; rewrite numberD numberN subr_eq0 => /eqP.
Qed.

Lemma setting test : in_setting d N S n rs m V a b q test ->
  [/\ (0 <=? a)%BZ, (0 <? q)%BZ, acts_on_forms d N S m V, classes N S n rs T & test T ps].
Proof. by case/and4P=> ? ? ? /andP[]. Qed.

Lemma trace_values_stand : acts_on_forms d N S m V -> classes N S n rs T ->
  stands_for c S n rs phi tau.
Proof.
have [root_c _] := root; move=> acts cl; have [ctau _] := character_entry D root_c acts.
apply: (stands_for_reps cl ctau) => r rs_r; apply: (form_traceP D root_c acts).
exact: (elements_perm (classes_generated cl) (rep_listed cl rs_r)).
Qed.

Section Order.

Hypothesis cl : classes N S n rs T.

Lemma orderE : zr (order N S n) = #|G|%:R.
Proof. by rewrite /order zr_nat (card_elements (classes_generated cl)). Qed.

Lemma nz_order : zr (order N S n) != 0.
Proof. by rewrite orderE orderR_neq0. Qed.

End Order.

Theorem scheme_traces_sound k es W l :
    in_setting d N S n rs m V a b q (fun T _ => scheme_traces N S n phi k es W l T) ->
  at_most G k (exact G F) l.
Proof.
case/setting=> a0 q0 acts cl /and4P[listed_es kind le_l /equal_numeralsP eq_sum].
have gen_n := classes_generated cl; have es_L := listedP gen_n listed_es.
have [root_c _] := root; have [_ [F' [dot [e TE]]]] := character_entry D root_c acts.
have phiE := trace_values_stand acts cl.
apply: (kind_at_most gen_n es_L kind) => //; apply: (trace_exact TE).
rewrite (kind_total R gen_n es_L kind) expr1n mul1r correlation_pairs.
have nzW : zr W != 0 by case/andP: kind => _ /(zr_neq0 R).
have nzWW : zr W * zr W != 0 by rewrite mulf_neq0.
move: eq_sum; rewrite !numberZ (total_ofP cl phiE) (orderE cl) zrM => eq_sum.
apply: (mulfI nzWW); rewrite [RHS]mulrCA -eq_sum mulKf ?orderR_neq0 //.
pose w := @weight R N es W; rewrite number_sum !big_map -/w.
rewrite (weight_sumr gen_n _ es_L (fun g => \sum_(k in G) w k * tau (k * g^-1)%g)).
rewrite mulr_sumr !big_seq; apply: eq_bigr => s es_s; rewrite numberZ /=.
rewrite (weight_sumr gen_n _ es_L (fun k => tau (k * (permutation N s.1)^-1)%g)).
have -> : forall x y, zr W * zr W * (x / zr W * y) = x * (zr W * y).
  by move=> x y; rewrite [x / _]mulrC -!mulrA mulVKf // mulrCA.
congr (_ * _).
rewrite number_sum !big_map mulr_sumr !big_seq; apply: eq_bigr => t es_t.
rewrite numberZ mulrA [zr W * _]mulrC divfK //; congr (_ * _).
have [Ls Lt] := (es_L s es_s, es_L t es_t).
have [perm_s perm_t] := (elements_perm gen_n Ls, elements_perm gen_n Lt).
have [perm_i eq_i] := permutation_inverse perm_s.
rewrite phiE ?permutationM ?eq_i //.
apply: (elements_of gen_n); rewrite ?is_perm_compose // permutationM // eq_i.
by rewrite groupM ?groupV ?(permutation_in gen_n).
Qed.

Theorem weight_traces_sound z (f : 'S_N -> R) : acts_on_forms d N S m V -> classes N S n rs T ->
    class_function G f -> stands_for c S n rs z f -> weight_traces N S n rs m phi z T ->
  exact G F f.
Proof.
move=> acts cl cf zf /equal_numeralsP eq_sum; have gen_n := classes_generated cl.
have [root_c _] := root; have [_ [F' [dot [e TE]]]] := character_entry D root_c acts.
have phiE := trace_values_stand acts cl; apply: (trace_exact TE).
have zzE := correlated_stands_for root_c cl cf zf.
move: eq_sum; rewrite numberZ !(numberM root_c) (orderE cl) !(total_ofP cl zf) (total_ofP cl phiE).
rewrite number_sum big_map => eq_sum; apply: (mulfI (orderR_neq0 R G)).
rewrite [RHS]mulrCA mulVKf ?orderR_neq0 // expr2 -eq_sum; congr (_ * _).
rewrite (sum_elements gen_n) !big_seq; apply: eq_bigr => x Lx.
by rewrite (numberM root_c) zzE ?phiE.
Qed.

(* The average over the whole group.                                          *)
Theorem whole_traces_sound k l :
    [&& acts_on_forms d N S m V, generated N S n & (size (elements N S n) <= l)%N] ->
  at_most G k (exact G F) l.
Proof.
case/and3P=> acts gen_n; rewrite -(card_elements gen_n) => le_l; have [root_c _] := root.
exact: at_most_leq le_l (exact_constant k (polynomials_under_euclidean root_c acts D)).
Qed.

Theorem every_trace_sound k psi l :
    in_setting d N S n rs m V a b q (fun T ps => every_trace N S n rs m phi psi l T ps) ->
  at_least G k (exact G F) l.
Proof.
case/setting=> a0 q0 acts cl; rewrite /every_trace; cbv zeta; set cs := [seq _ | r <- rs].
case/and3P=> fit dominant le_l; have gen_n := classes_generated cl.
have [root_c between_c] := root; have [ctau [F' [dot [e TE]]]] := character_entry D root_c acts.
have phiE := trace_values_stand acts cl; have EF := entry_euclidean TE.
pose pv := @values N S n rs R psi; have cpsi : class_function G pv := values_class cl R psi.
have csE : stands_for c S n rs cs (fun h => \sum_(x in G) tau x * pv (h * x)%g).
  apply: (stands_for_reps cl) => [|r rs_r]; first exact: class_correlation ctau cpsi.
  by apply: (correlatedP root_c cl phiE _ (rep_listed cl rs_r)); apply/integers_stand_for/valuesP.
apply: at_least_leq (_ : l <= #|G|)%N _; first by rewrite (card_elements gen_n).
apply: at_least_support => w sum_w ex_w; rewrite (@constant_support _ _ G) //.
have Fps : {in [:: (e, e)], forall uv, member uv.1}.
  by move=> uv; rewrite inE => /eqP->; apply: (entry_member TE).
apply: (pairing_dominant EF (psi := pv) (entry_exact TE ex_w) sum_w Fps).
have pE h : \sum_(u in G) pairing dot [:: (e, e)] u * pv (h * u)%g = \sum_(u in G) tau u * pv (h * u)%g.
  by apply: eq_bigr => u Gu; rewrite /pairing big_seq1 (entry_trace TE).
rewrite pE; under eq_bigr do rewrite pE.
have Q0 := zr_lt R q0; rewrite -(ltr_pmul2l Q0).
apply: le_lt_trans (total_largeP cl a0 q0 between_c fit csE) _.
apply: lt_le_trans (zr_lt R dominant) _.
have fit1 : fits ps (value_at T cs (identity N)) by apply: fit_all_at.
by have /andP[+ _] := rangeP a0 q0 between_c fit1; rewrite (stands_eq1 csE).
Qed.

End Soundness.
