(** * Exactness by characters, computed (MATHEMATICS.md, 2.3, 2.14, 2.16)     *)
(*                                                                            *)
(* In all of them phi is a list of the traces of representatives rs.          *)
(*                                                                            *)
(*   every_irreducible N S n rs phi psi m == the convolution of phi and of the *)
(*                    class function psi is dominated by its value at 1: every *)
(*                    irreducible occurs (multiplicities); m <= the order     *)
(*   scheme_sum N S n rs phi k es W m == the sum of phi (t s^-1) over the     *)
(*                    scheme es, W of kind k is the mean of phi on the group  *)
(*   subgroup_sum N S n rs phi S' n' m == phi has the same mean on the        *)
(*                    subgroup with the generators S'                         *)

From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From SsrMultinomials Require Import mpoly.
From Reynolds.instances Require Import claims modules numbers listing actions terms weights.
From Reynolds.instances Require Import exactness nearness classFunctions linearProgramme.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Section Abstract.

Variables (R : realFieldType) (gT : finGroupType) (G : {group gT}).
Variables (F : functions R gT) (dot : space F -> space F -> R).
Hypothesis EF : euclidean G dot.
Hypothesis square_eq0 : forall v : space F, square v = 0 -> v = 0.
Variable us : seq (space F).
Hypothesis span : forall f : space F, member f -> exists c : seq R, f = \sum_(i < size us) c`_i *: us`_i.

Lemma square_deviation (w : gT -> R) (v : space F) : \sum_(g in G) w g = 1 ->
  square (average G w v - fixed_average G v) = square (average G w v) - square (fixed_average G v).
Proof.
move=> sum_w; rewrite (squareB EF).
have -> : dot (average G w v) (fixed_average G v) = square (fixed_average G v).
  rewrite -[RHS]mul1r -sum_w mulr_suml (dot_suml EF); apply: eq_bigr => g Gg.
  by rewrite -{1}(act_fixed EF v Gg) (dot_act EF) // (dot_fixed EF).
by rewrite mulr2n opprD addrA addrNK.
Qed.

Theorem character_exact (w : gT -> R) : \sum_(g in G) w g = 1 ->
    \sum_(h in G) correlation G w h * entries dot us h
      = #|G|%:R^-1 * (\sum_(h in G) entries dot us h) ->
  exact G F w.
Proof.
move=> sum_w; rewrite -(sum_square_average EF) -(sum_square_fixed EF) => eq_sum.
have dev0 u : u \in us -> average G w u = fixed_average G u.
  move=> us_u; apply/eqP; rewrite -subr_eq0; apply/eqP/square_eq0.
  have /eqP : \sum_(u <- us) square (average G w u - fixed_average G u) = 0.
    by under eq_bigr do rewrite square_deviation //; rewrite sumrB eq_sum subrr.
  rewrite psumr_eq0 => [/allP/(_ u us_u)/eqP //|v _].
  by rewrite (dot_square EF) (dot_ge0 EF).
move=> f /span[c ->] h Gh.
have -> : average G w (\sum_(i < size us) c`_i *: us`_i)
    = fixed_average G (\sum_(i < size us) c`_i *: us`_i).
  have lin v : average G v (\sum_(i < size us) c`_i *: us`_i)
      = \sum_(i < size us) c`_i *: average G v us`_i.
    rewrite /average; under [RHS]eq_bigr do rewrite scaler_sumr; rewrite exchange_big.
    apply: eq_bigr => g _; rewrite (act_sum EF) scaler_sumr.
    by apply: eq_bigr => i _; rewrite !scalerA mulrC.
  rewrite fixed_averageE !lin; apply: eq_bigr => i _.
  by rewrite dev0 ?mem_nth // fixed_averageE.
exact: (act_fixed EF).
Qed.

(* The sum over pairs.                                                        *)
Lemma correlation_pairs (w f : gT -> R) : \sum_(h in G) correlation G w h * f h
  = \sum_(g in G) w g * \sum_(k in G) w k * f (k * g^-1)%g.
Proof.
under eq_bigr do rewrite mulr_suml; rewrite exchange_big; apply: eq_bigr => g Gg /=.
rewrite mulr_sumr (reindex_inj (mulIg g^-1%g)) /=; apply: eq_big => [k|k _].
  by rewrite groupMr ?groupV.
by rewrite mulgKV mulrA.
Qed.

End Abstract.

(** ** Computation *)

Definition every_irreducible (N : nat) (S : seq (seq nat)) (n : nat) (rs : seq (seq nat))
    (phi psi : seq Z) (m : nat) : bool :=
  let T := class_table N S n rs in
  classes N S n rs T &&
  let L := elements N S n in
  let c := let es := spread N S n T phi in let t := gather (spread N S n T psi) in
           [seq correlate es t r | r <- rs] in
  (zsum [seq Z.abs (at_place T c x) | x <- L & x != identity N] <? at_place T c (identity N))%BZ
  && (m <= size L)%N.

Definition scheme_sum (N : nat) (S : seq (seq nat)) (n : nat) (rs : seq (seq nat))
    (phi : seq Z) (k : weights) (es : seq term) (W : Z) (m : nat) : bool :=
  let T := class_table N S n rs in
  [&& classes N S n rs T, listed N S n es, kind_ok k es W, (size es <= m)%N
    & let L := elements N S n in
      let ss := [seq (inverse N e.1, e.2) | e <- es] in
      (zsum [seq (s.2 * zsum [seq (t.2 * at_place T phi (compose t.1 s.1))%BZ | t <- es])%BZ | s <- ss]
         * Z.of_nat (size L) =? W * W * zsum [seq at_place T phi x | x <- L])%BZ].

Definition subgroup_sum (N : nat) (S : seq (seq nat)) (n : nat) (rs : seq (seq nat))
    (phi : seq Z) (S' : seq (seq nat)) (n' : nat) (m : nat) : bool :=
  let T := class_table N S n rs in let H := elements N S' n' in
  [&& classes N S n rs T, generated N S' n', listed N S n (uniform_weights H), (size H <= m)%N
    & let L := elements N S n in
      (zsum [seq at_place T phi x | x <- H] * Z.of_nat (size L)
         =? Z.of_nat (size H) * zsum [seq at_place T phi x | x <- L])%BZ].

Section Soundness.

Variables (R : realFieldType) (N : nat) (S : seq (seq nat)) (n : nat) (rs : seq (seq nat)).
Variables (d : nat) (D : seq nat).

Local Notation G := (group_of N S).
Local Notation L := (elements N S n).
Local Notation T := (class_table N S n rs).
Local Notation F := (polynomials R d N D).
Local Notation zr := (zr R).
Local Notation phi := (phi_values d D rs).
Local Notation us := (map (poly R d) (all_monomials d D) : seq (space F)).
Local Notation fdot := (mdot : space F -> space F -> R).

Theorem every_irreducible_sound k psi m :
    moves_coordinates d N S && every_irreducible N S n rs phi psi m ->
  at_least G k (exact G F) m.
Proof.
case/andP=> sign_S; rewrite /every_irreducible; cbv beta zeta; set c := [seq _ | r <- rs].
case/and3P=> cl dominant le_m; have gen_n := classes_generated cl.
have [EF Fus class_f phi_f] := phi_represent R D cl sign_S.
pose f (g : 'S_N) : R := \sum_(u <- us) fdot (act g u) u.
pose ps := [seq (u, u) | u <- us].
have psE g : pairing fdot ps g = f g by rewrite /pairing big_map.
have Fps : {in ps, forall uv, member uv.1} by move=> _ /mapP[u /Fus Fu ->].
have cpsi := values_class cl R psi; pose C h := \sum_(x in G) f x * @values N S n rs R psi (h * x)%g.
have CE : represents S n rs c C.
  apply: (represents_reps cl) => [|r rs_r]; first exact: (class_correlation class_f cpsi).
  exact: (corr_value cl phi_f (valuesP cl R psi) (rep_listed cl rs_r)).
apply: at_least_leq (_ : m <= #|G|)%N _; first by rewrite (card_elements gen_n).
apply: at_least_support => w sum_w ex_w; rewrite (@constant_support _ _ G) //.
apply: (pairing_dominant EF (fs := ps) (psi := @values N S n rs R psi) ex_w sum_w Fps).
have cE h : \sum_(u in G) pairing fdot ps u * @values N S n rs R psi (h * u)%g = C h.
  by apply: eq_bigr => u _; rewrite psE.
rewrite cE; under eq_bigr do rewrite cE.
have Le : identity N \in L by apply: identity_listed.
have := zr_lt R dominant; rewrite /at_place (CE _ Le) permutation_identity; congr (_ < _).
rewrite zr_zsum big_map big_filter big_mkcondr (sum_elements gen_n) /= [LHS]big_mkcond !big_seq.
apply: eq_bigr => x Lx; rewrite (permutation_eq1 gen_n) //.
by case: ifP => // _; rewrite zr_abs CE.
Qed.

Section Exactness.

Hypothesis (cl : classes N S n rs T) (sign_S : moves_coordinates d N S).
Let gen_n := classes_generated cl.
Let f (g : 'S_N) : R := entries fdot us g.

Lemma phi_entries x : x \in L -> zr (at_place T phi x) = f (permutation N x).
Proof.
move=> Lx; have [EF _ _ phi_f] := phi_represent R D cl sign_S.
rewrite /at_place phi_f // /f /entries; apply: eq_bigr => u _; exact: (dotC EF).
Qed.

Lemma sum_phi : zr (zsum [seq at_place T phi x | x <- L]) = \sum_(h in G) f h.
Proof.
rewrite zr_zsum big_map (sum_elements gen_n) !big_seq; apply: eq_bigr => x Lx.
exact: phi_entries.
Qed.

Lemma polynomials_span (p : space F) : member p ->
  exists c : seq R, p = \sum_(i < size us) c`_i *: us`_i.
Proof.
move=> Dp; pose ms := flatten [seq monomials d k | k <- D].
pose c := [seq (p : {mpoly R[d]})@_(mono d a) / (count_mem a ms)%:R | a <- ms]; exists c.
have sz_us : size us = size ms by rewrite !size_map.
have usE a : poly R d [:: (a, 1%BZ)] = 'X_[mono d a] by rewrite /poly big_seq1 zr1 scale1r.
have -> : \sum_(i < size us) c`_i *: us`_i
    = \sum_(a <- ms) ((p : {mpoly R[d]})@_(mono d a) / (count_mem a ms)%:R) *: ('X_[mono d a] : space F).
  rewrite sz_us (big_nth [::]) big_mkord; apply: eq_bigr => i _.
  rewrite (nth_map [::]) // (nth_map [::]) ?size_map // (nth_map [::]) //; congr (_ *: _).
  exact: usE.
have sz_ms a : a \in ms -> size a = d by case/flatten_mapP=> k _ /size_monomials.
apply/mpolyP=> m; rewrite raddf_sum /=; have [a sz_a <-] := mono_onto m.
under eq_bigr do rewrite mcoeffZ mcoeffX.
have [ms_a | no_a] := boolP (a \in ms); last first.
  rewrite big1_seq => [|b /andP[_ ms_b]].
    apply/memN_msupp_eq0/negP => pm; have [b ms_b eq_ab] := mem_all_monomials Dp pm.
    by rewrite -(mono_inj (sz_ms b ms_b) sz_a eq_ab) ms_b in no_a.
  case: eqP => [/mono_inj eq_ab|_]; last by rewrite mulr0.
  by rewrite -(eq_ab (sz_ms b ms_b) sz_a) ms_b in no_a.
rewrite (eq_big_seq (fun b => if b == a then (p : {mpoly R[d]})@_(mono d a) / (count_mem a ms)%:R else 0)).
  rewrite -big_mkcond /= big_const_seq iter_addr_0 -[RHS]mulr_natr divfK //.
  by rewrite pnatr_eq0 -lt0n -has_count has_pred1.
move=> b ms_b; have [-> | ne_ba] := eqVneq b a; first by rewrite eqxx mulr1.
case: eqP => [/mono_inj eq_ba|_]; last by rewrite mulr0.
by case/eqP: ne_ba; apply: eq_ba; rewrite ?sz_ms.
Qed.

Lemma sum_exact w : \sum_(g in G) w g = 1 ->
    \sum_(g in G) w g * (\sum_(k in G) w k * f (k * g^-1)%g) = #|G|%:R^-1 * (\sum_(h in G) f h) ->
  exact G F w.
Proof.
have [EF _ _ _] := phi_represent R D cl sign_S => sum_w eq_f.
apply: (@character_exact R _ G F fdot EF _ us) => // [v v0|f' Ff'|].
- by apply: mdot_eq0; rewrite -(dot_square EF).
- exact: polynomials_span.
by rewrite correlation_pairs.
Qed.

End Exactness.

Theorem scheme_sum_sound k es W m :
    moves_coordinates d N S && scheme_sum N S n rs phi k es W m ->
  at_most G k (exact G F) m.
Proof.
case/andP=> sign_S; rewrite /scheme_sum; cbv beta zeta.
case/and5P=> cl listed_es kind le_m /Z.eqb_eq/(congr1 zr) eq_sum.
have gen_n := classes_generated cl; have es_L := listedP gen_n listed_es.
apply: (kind_at_most gen_n es_L kind) => //; apply: (sum_exact cl sign_S).
  exact: (kind_total R gen_n es_L kind).
have nzW : zr W != 0 by case/andP: kind => _ /(zr_neq0 R).
rewrite (weight_sumr gen_n _ es_L) -(sum_phi cl sign_S); move: eq_sum.
rewrite !zrM zr_nat -(card_elements gen_n); set A := zr (zsum [seq (s.2 * _)%BZ | s <- _]); set B := zr (zsum _).
move=> eq_AB; have -> : #|G|%:R^-1 * B = A / (zr W * zr W).
  have nzWW : zr W * zr W != 0 by rewrite mulf_neq0.
  by apply: (mulfI nzWW); rewrite mulrCA -eq_AB [LHS]mulrC mulfK ?orderR_neq0 // [RHS]mulrC divfK.
rewrite /A zr_zsum !big_map mulr_suml !big_seq; apply: eq_bigr => s es_s.
rewrite zrM /=; set w := @weight R N es W; set X := \sum_(k in G) _.
have <- : zr W * X = zr (zsum [seq (t.2 * at_place T phi (compose t.1 (inverse N s.1)))%BZ | t <- es]).
  rewrite /X (weight_sumr gen_n _ es_L (fun k => entries fdot us (k * (permutation N s.1)^-1)%g)).
  rewrite zr_zsum big_map mulr_sumr !big_seq; apply: eq_bigr => t es_t.
  have [Ls Lt] := (es_L s es_s, es_L t es_t).
  have [perm_s perm_t] := (elements_perm gen_n Ls, elements_perm gen_n Lt).
  have [perm_i eq_i] := permutation_inverse perm_s.
  rewrite zrM mulrA [zr W * _]mulrC divfK // (phi_entries cl sign_S) ?permutationM ?eq_i //.
  apply: (elements_of gen_n); rewrite ?is_perm_compose // permutationM // eq_i.
  by rewrite groupM ?groupV ?(permutation_in gen_n).
rewrite -[RHS]mulrA -[LHS]mulrA; congr (_ * _).
by rewrite -mulf_div divff // mul1r mulrC.
Qed.

Theorem subgroup_sum_sound k S' n' m :
    moves_coordinates d N S && subgroup_sum N S n rs phi S' n' m ->
  at_most G k (exact G F) m.
Proof.
case/andP=> sign_S; rewrite /subgroup_sum; cbv beta zeta.
case/and5P=> cl gen_H listed_H le_m /Z.eqb_eq/(congr1 zr) eq_sum.
have gen_n := classes_generated cl; have H_L := listedP gen_n listed_H.
set H := elements N S' n' in listed_H le_m eq_sum H_L; pose K := group_of N S'.
have HL x : x \in H -> x \in L by move=> Hx; apply: (H_L (x, 1%BZ)); apply: map_f Hx.
have sKG : K \subset G.
  apply/subsetP=> g; rewrite (group_elements gen_H) => /mapP[x Hx ->].
  exact: (permutation_in gen_n (HL x Hx)).
have oK : #|K| = size H by apply: card_elements.
pose w (g : 'S_N) : R := (count_mem g (enum K))%:R / (size (enum K))%:R.
have wE g : w g = (g \in K)%:R / #|K|%:R.
  by rewrite /w count_uniq_mem ?enum_uniq // mem_enum -cardE.
have nzK : #|K|%:R != 0 :> R by rewrite pnatr_eq0 -lt0n cardG_gt0.
apply: at_most_uniform; exists w, #|K|; split; last by rewrite oK.
  exists (enum K); split=> [g||//|//]; first by rewrite mem_enum => /(subsetP sKG).
    by rewrite -cardE cardG_gt0.
  by rewrite cardE.
have sum_in (f : 'S_N -> R) : \sum_(g in G) w g * f g = #|K|%:R^-1 * (\sum_(g in K) f g).
  rewrite mulr_sumr (big_setID K) /= (setIidPr sKG) [X in _ + X]big1 ?addr0.
    by apply: eq_bigr => g Kg; rewrite wE Kg mul1r.
  by move=> g; rewrite inE => /andP[/negPf notKg _]; rewrite wE notKg mul0r mul0r.
apply: (sum_exact cl sign_S).
  have := sum_in (fun=> 1); under eq_bigr do rewrite mulr1.
  by move=> ->; rewrite sumr_const -[1 *+ _]mulr_natl mulr1 mulVf.
rewrite sum_in; set f := entries _ _.
have inner g : g \in K -> \sum_(k in G) w k * f (k * g^-1)%g = #|K|%:R^-1 * (\sum_(k in K) f k).
  move=> Kg; rewrite (sum_in (fun k => f (k * g^-1)%g)); congr (_ * _).
  rewrite [RHS](reindex_inj (mulIg g^-1%g)); apply: eq_bigl => h.
  by rewrite groupMr ?groupV.
rewrite (eq_bigr (fun=> #|K|%:R^-1 * (\sum_(k in K) f k))) // sumr_const -[X in _ * X = _]mulr_natl.
rewrite mulKf // -(sum_phi cl sign_S); move: eq_sum.
rewrite !zrM !zr_nat -(card_elements gen_n) -oK.
have -> : zr (zsum [seq at_place T phi x | x <- H]) = \sum_(k in K) f k.
  rewrite zr_zsum big_map (sum_elements gen_H) !big_seq; apply: eq_bigr => x Hx.
  exact: (phi_entries cl sign_S (HL x Hx)).
move=> eq_sum; apply: (mulfI nzK); rewrite mulVKf // mulrCA -eq_sum mulrC mulfK //.
exact: orderR_neq0.
Qed.

End Soundness.
