(** * Evidence rank under an action by matrices, by traces (MATHEMATICS.md 2.5) *)
(*                                                                            *)
(* As rankBound.v, for polynomials_under: the projections z and u, each times *)
(* the order, have values that are algebraic numbers.                         *)
(*                                                                            *)
(*  is_projection N S n rs m z T == z convolved with itself is |G| z          *)
(*  absent_traces N S n rs m q phi psi c0 z kappa T ps == c0 + phi * psi is   *)
(*                     nearly kappa times |G| - z, and vanishes where z does  *)
(*                     not                                                    *)
(*  rank_traces N S n rs m q phi psi c0 z kappa u l T ps == the same; z and u *)
(*                     are projections, u u z has sum 0, and l <= u(1)        *)

From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From SsrMultinomials Require Import mpoly.
From Reynolds.instances Require Import claims claimsOfMatrices modules numbers listing actions terms weights.
From Reynolds.instances Require Import classFunctions linearProgramme rankBound.
From Reynolds.instances Require Import algebraicNumbers linearActions traceEntries linearTraces numeralFunctions.
From Reynolds.instances Require Import traceExact traceNear.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Section Computation.

Variables (N : nat) (S : seq (seq nat)) (n : nat) (rs : seq (seq nat)) (m : numeral) (q : Z) (phi : seq numeral).
Local Notation L := (elements N S n).
Local Notation order := (order N S n).

Definition is_projection (z : seq numeral) (T : trie nat) : bool :=
  let zz := [seq correlated N S n m T z z r | r <- rs] in
  all (fun r => equal_numerals (value_at T zz r) (nscale order (value_at T z r))) rs.

Definition inverted (psi : seq Z) (c0 : Z) (T : trie nat) : seq numeral :=
  let us := integers psi in [seq nadd [:: c0] (correlated N S n m T phi us r) | r <- rs].

Definition absent_traces (psi : seq Z) (c0 : Z) (z : seq numeral) (kappa : Z) (T : trie nat) (ps : seq (Z * Z)) : bool :=
  let cs := inverted psi c0 T in
  let one := identity N in
  let ds := [seq nadd [:: if r == one then (kappa * order)%BZ else 0%BZ]
                 (nneg (nadd (nscale kappa (value_at T z r)) (value_at T cs r))) | r <- rs] in
  [&& is_projection z T, all (fun r => vanishes (convolved N S n m T z cs r)) rs, fit_all ps ds
    & (total_large N S n T ps ds + large ps (value_at T ds one) <? q * (kappa * order))%BZ].

Definition rank_traces (psi : seq Z) (c0 : Z) (z : seq numeral) (kappa : Z) (u : seq numeral) (l : nat)
    (T : trie nat) (ps : seq (Z * Z)) : bool :=
  [&& absent_traces psi c0 z kappa T ps, is_projection u T,
      vanishes (nsum [seq nmul m (nmul m (value_at T u x) (value_at T u x)) (value_at T z x) | x <- L]),
      fits ps (value_at T u (identity N))
    & (Z.of_nat l * q <=? (range ps (value_at T u (identity N))).1)%BZ].

End Computation.

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
Local Notation order := (order N S n).

Hypothesis (a0 : (0 <=? a)%BZ) (q0 : (0 <? q)%BZ) (cl : classes N S n rs T).
Let gen_n := classes_generated cl.
Let root_c : c ^+ size m = number m. Proof. by case: root. Qed.
Let between_c : fraction R a q <= c <= fraction R b q. Proof. by case: root. Qed.
Let Q0 : 0 < zr q. Proof. exact: zr_lt q0. Qed.
Let oE : zr order = #|G|%:R. Proof. exact: (orderE R cl). Qed.

Local Notation nval z := (@numeral_values R c N S n rs z).

Lemma is_projectionP z : is_projection N S n rs m z T -> projection G (nval z).
Proof.
move=> /allP zz; have cz := numeral_values_class c cl z; have zE := numeral_valuesP c cl z.
apply: (class_eq cl (class_correlation cz cz) (class_scale _ cz)) => r rs_r.
have Lr := rep_listed cl rs_r; have zzE := correlated_stands_for root_c cl cz zE.
rewrite -[LHS]zzE // -[in RHS]zE //.
by rewrite (equal_numeralsP c (zz r rs_r)) numberZ oE.
Qed.

Section Entry.

Variables (F' : functions R [finGroupType of 'S_N]) (dot : space F' -> space F' -> R) (v : space F').
Hypothesis (acts : acts_on_forms d N S m V) (ctau : class_function G tau).
Hypothesis TE : trace_entry G F tau dot v.
Variable w : 'S_N -> R.
Hypothesis (sum_w : \sum_(g in G) w g = 1) (ex_w : exact G F w).

Lemma absent_traces_sound psi c0 z kappa : absent_traces N S n rs m q phi psi c0 z kappa T ps ->
  {in G, forall y, #|G|%:R * (w y - #|G|%:R^-1)
     = spreads G (fun g => w g - #|G|%:R^-1) (nval z) y}.
Proof.
rewrite /absent_traces; cbv zeta; set cs := inverted _ _ _ _ _ _ _ _ _.
set ds := [seq _ | r <- rs]; case/and4P=> proj /allP zc fit near.
have EF := entry_euclidean TE; have pz := is_projectionP proj.
have cz := numeral_values_class c cl z; have zE := numeral_valuesP c cl z.
pose pv := @values N S n rs R psi; have cpsi : class_function G pv := values_class cl R psi.
pose f (g : 'S_N) : R := \sum_(u <- [:: v]) dot (act g u) u.
have fE : {in G, forall g, f g = tau g} by move=> g Gg; rewrite /f big_seq1 (entry_trace TE).
have cf : class_function G f by move=> g h Gg Gh; rewrite !fE ?groupJ // ctau.
have phif : stands_for c S n rs phi f.
  by move=> x Lx; rewrite (trace_values_stand D root acts cl) // fE ?(permutation_in gen_n).
pose C h := zr c0 + \sum_(x in G) f x * pv (h * x)%g.
have cC : class_function G C.
  by move=> h k Gh Gk; congr (_ + _); apply: (class_correlation cf cpsi Gh Gk).
have CE : stands_for c S n rs cs C.
  apply: (stands_for_reps cl cC) => r rs_r; rewrite numberD number_int; congr (_ + _).
  by apply: (correlatedP root_c cl phif _ (rep_listed cl rs_r)); apply/integers_stand_for/valuesP.
pose K h := zr kappa * (#|G|%:R *+ (h == 1%g) - nval z h) - C h.
have cK : class_function G K.
  by move=> h k Gh Gk; rewrite /K cz ?cC // conjg_eq1.
have KE : stands_for c S n rs ds K.
  apply: (stands_for_reps cl cK) => r rs_r; have Lr := rep_listed cl rs_r.
  rewrite numberD number_int numberN numberD numberZ zE // CE // /K (permutation_eq1 gen_n) //.
  by case: (_ == _); rewrite ?zrM ?oE ?mulr1n ?mulr0n mulrBr ?mulr0 opprD addrA.
have Fus : {in [:: v], forall u, member u} by move=> u; rewrite inE => /eqP->; apply: (entry_member TE).
apply: (absent_projection (kappa := zr kappa) cz cC pz).
- apply: (class_eq cl (g := fun=> 0)) => [|h k //|r rs_r]; first exact: class_convolution cz cC.
  by rewrite -(convolvedP root_c cl zE CE (rep_listed cl rs_r)) (vanishesP c (zc r rs_r)).
- exact: (exact_spreads EF Fus sum_w (entry_exact TE ex_w)).
have le_K : zr q * (\sum_(h in G) `|K h|)
    <= zr (total_large N S n T ps ds + large ps (value_at T ds (identity N))).
  rewrite zrD (bigD1 1%g (group1 G)) [zr q * _]mulrDr [X in _ <= X]addrC; apply: ler_add.
    have fit1 : fits ps (value_at T ds (identity N)) by apply: fit_all_at.
    by have := largeP a0 q0 between_c fit1; rewrite (stands_eq1 KE).
  exact: (total_largeP cl a0 q0 between_c fit KE).
rewrite -(ltr_pmul2l Q0); have := zr_lt R near; rewrite !zrM oE; apply: le_lt_trans.
exact: le_K.
Qed.

Lemma rank_traces_size psi c0 z kappa u l : rank_traces N S n rs m q phi psi c0 z kappa u l T ps ->
  (l <= #|[set g in G | w g != 0%R]|)%N.
Proof.
case/and5P=> absent proj_u uuz fit le_l; have /and4P[proj_z _ _ _] := absent.
have uE := numeral_valuesP c cl u; have zE := numeral_valuesP c cl z.
apply: (rank_size_bound (numeral_values_class c cl u) (is_projectionP proj_u)
  (is_projectionP proj_z) _ sum_w (absent_traces_sound absent)).
  have := vanishesP c uuz; rewrite number_sum big_map => uuz0; rewrite -[RHS]uuz0.
  rewrite (sum_elements gen_n) !big_seq; apply: eq_bigr => x Lx.
  by rewrite !(numberM root_c) uE ?zE.
rewrite -(stands_eq1 uE) -(ler_pmul2l Q0).
have /andP[+ _] := rangeP a0 q0 between_c fit; apply: le_trans.
by apply: le_trans (zr_le R le_l); rewrite zrM zr_nat mulrC.
Qed.

End Entry.

End Soundness.

Theorem rank_traces_sound (R : realFieldType) (c : R) d N S n rs m V a b q D :
    is_root c m a b q -> forall k psi c0 z kappa u l,
    in_setting d N S n rs m V a b q
      (rank_traces N S n rs m q (trace_values d m D V rs) psi c0 z kappa u l) ->
  at_least (group_of N S) k (exact (group_of N S) (polynomials_under c d N (group_of N S) V D)) l.
Proof.
move=> root k psi c0 z kappa u l /setting[a0 q0 acts cl rank]; have [root_c _] := root.
have [ctau [F' [dot [v TE]]]] := character_entry D root_c acts.
apply: at_least_support => w sum_w ex_w.
exact: (rank_traces_size root a0 q0 cl acts ctau TE sum_w ex_w rank).
Qed.
