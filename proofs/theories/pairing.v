(** * Exactness by characters; evidence linear-programme                      *)
(*    (MATHEMATICS.md, 2.16; 2.5 and 3.5: lower bounds, probability weights)  *)
(*                                                                            *)
(* R is an ordered field, representations are by orthogonal matrices. The     *)
(* error of a scheme in the sense of squares is a sum of values of the        *)
(* character over pairs of elements of the scheme.                            *)
(*                                                                            *)
(*        pairing G w phi == the sum over s and t in G of                     *)
(*                           w s * w t * phi (s^-1 * t)                       *)
(*                mxchar rG == the character g |-> \tr (rG g) of rG           *)
(*           invariants rG == the mean of the character. It is the dimension  *)
(*                            of the invariants, the rank of P                *)
(*         combination r c == the class function that takes g to the sum over *)
(*                            k of c k * \tr (r k g), for modules r k         *)

From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From mathcomp Require Import all_solvable all_field all_character.
From Reynolds Require Import averaging spectral welch.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

(* The trace of a projection is its rank.                                     *)
Lemma trace_idempotent (F : fieldType) n (P : 'M[F]_n) :
  P *m P = P -> \tr P = (\rank P)%:R.
Proof.
move=> PP; have := row_base_free P; have := col_base_full P; have := mulmx_base P.
move: (col_base P) (row_base P) => C Q CQ fullC freeQ.
have QC : Q *m C = 1%:M.
  apply: (row_free_inj freeQ); apply: (row_full_inj fullC).
  by rewrite /= mul1mx !mulmxA CQ -mulmxA CQ.
by rewrite -{1}CQ mxtrace_mulC QC mxtrace1.
Qed.

Section Pairing.

Variables (F : fieldType) (gT : finGroupType) (G : {group gT}).
Implicit Types (w phi : gT -> F).

Definition pairing w phi :=
  \sum_(s in G) \sum_(t in G) w s * w t * phi (s^-1 * t)%g.

Definition mxchar n (rG : mx_representation F G n) : gT -> F := fun g => \tr (rG g).

Definition invariants n (rG : mx_representation F G n) : F :=
  #|G|%:R^-1 * \sum_(g in G) \tr (rG g).

Lemma pairing_sum (K : finType) w (c : K -> F) (phi : K -> gT -> F) :
  pairing w (fun g => \sum_k c k * phi k g) = \sum_k c k * pairing w (phi k).
Proof.
under [RHS]eq_bigr do rewrite mulr_sumr.
rewrite exchange_big; apply: eq_bigr => s _ /=.
under [RHS]eq_bigr do rewrite mulr_sumr.
rewrite exchange_big; apply: eq_bigr => t _ /=; rewrite mulr_sumr.
by apply: eq_bigr => k _; rewrite mulrCA.
Qed.

Lemma invariants_trace n (rG : mx_representation F G n) :
  \tr (reynolds_mx rG) = invariants rG.
Proof. by rewrite /reynolds_mx mxtraceZ raddf_sum. Qed.

Lemma invariants_rank n (rG : mx_representation F G n) : #|G|%:R != 0 :> F ->
  invariants rG = (\rank (reynolds_mx rG))%:R.
Proof.
by move=> nzG; rewrite -invariants_trace trace_idempotent ?reynolds_mx_id.
Qed.

End Pairing.

Section Orthogonal.

Variables (R : realFieldType) (gT : finGroupType) (G : {group gT}).
Variable w : gT -> R.
Hypothesis sch_w : averaging_scheme G w.

Section One.

Variables (n : nat) (rG : mx_representation R G n).
Hypothesis orthoG : orthogonal rG.

Local Notation E := (averaging_mx rG w).
Local Notation P := (reynolds_mx rG).

Lemma sqnorm_averaging : sqnorm E = pairing G w (mxchar rG).
Proof.
rewrite sqnorm_tr averaging_mx_tr // mulmx_suml raddf_sum /=.
rewrite (reindex_inj invg_inj) /=; apply: eq_big => [s|s Gs]; first exact: groupV.
rewrite invgK mulmx_sumr raddf_sum; apply: eq_bigr => t Gt /=; rewrite groupV in Gs.
by rewrite -scalemxAr -scalemxAl -repr_mxM ?groupV // !mxtraceZ mulrCA mulrA.
Qed.

(* The error in the sense of squares.                                         *)
Theorem sqnorm_error_pairing :
  sqnorm (error_mx rG w) = pairing G w (mxchar rG) - invariants rG.
Proof.
rewrite sqnorm_tr error_mx_gram // raddfB /= invariants_trace; congr (_ - _).
by rewrite -sqnorm_tr sqnorm_averaging.
Qed.

Lemma pairing_ge_invariants : invariants rG <= pairing G w (mxchar rG).
Proof. by rewrite -subr_ge0 -sqnorm_error_pairing sqnorm_ge0. Qed.

Lemma invariants_ge0 : 0 <= invariants rG.
Proof. by rewrite invariants_rank ?order_neq0 ?ler0n. Qed.

Lemma invariants_le : invariants rG <= n%:R.
Proof. by rewrite invariants_rank ?order_neq0 // ler_nat rank_leq_row. Qed.

(* Exactness by characters.                                                   *)
Theorem exact_pairing :
  exact rG w <-> pairing G w (mxchar rG) = invariants rG.
Proof.
rewrite (exact_reynolds rG (order_neq0 R G) sch_w); split=> [E_P | /eqP].
  by apply/eqP; rewrite -subr_eq0 -sqnorm_error_pairing sqnorm_eq0 subr_eq0 E_P.
by rewrite -subr_eq0 -sqnorm_error_pairing sqnorm_eq0 subr_eq0 => /eqP.
Qed.

(* Weakly symmetric schemes have a small error in the sense of squares.       *)
Theorem weak_pairing eps : weak rG w eps ->
  pairing G w (mxchar rG) <= invariants rG + eps * (n%:R - invariants rG).
Proof.
move=> /(weak_error orthoG sch_w) wk.
rewrite -ler_subl_addl -sqnorm_error_pairing (sqnorm_cols (error_mx _ _)).
have -> : n%:R - invariants rG = sqnorm (1%:M - P *m 1%:M).
  rewrite sqnorm_reynolds // mulmx1 !sqnorm_tr trmx1 mul1mx mxtrace1.
  by rewrite reynolds_mx_tr // reynolds_mx_id ?order_neq0 // invariants_trace.
rewrite (sqnorm_cols (_ - _)) mulr_sumr; apply: ler_sum => j _.
by rewrite mulmx1 [(1%:M - _) *m _]mulmxBl mul1mx.
Qed.

End One.

Variables (K : finType) (n : K -> nat) (r : forall k, mx_representation R G (n k)).
Hypothesis ortho_r : forall k, orthogonal (r k).

(* Exactness on a class that is a sum of modules, for example of Sym^0, ...   *)
Theorem exact_pairing_sum :
  (forall k, exact (r k) w) <->
  pairing G w (fun g => \sum_k \tr (r k g)) = \sum_k invariants (r k).
Proof.
have -> : pairing G w (fun g => \sum_k \tr (r k g)) = \sum_k pairing G w (mxchar (r k)).
  rewrite -[RHS](eq_bigr _ (fun k _ => mul1r _)) -pairing_sum.
  apply: eq_bigr => s _; apply: eq_bigr => t _; congr (_ * _).
  by apply: eq_bigr => k _; rewrite mul1r.
split=> [ex_w | /eqP]; first by apply: eq_bigr => k _; apply/exact_pairing.
rewrite -subr_eq0 -sumrB psumr_eq0 => [/allP err0 k | k _].
  apply/exact_pairing => //; apply/eqP; rewrite -subr_eq0.
  exact: err0 (mem_index_enum k).
by rewrite subr_ge0 pairing_ge_invariants.
Qed.

(* Delsarte's linear programme.                                               *)
Hypothesis w_ge0 : {in G, forall g, 0 <= w g}.

Theorem pairing_size (phi : gT -> R) (c : R) : 0 <= phi 1%g ->
    {in G, forall g, g != 1%g -> 0 <= phi g} -> pairing G w phi <= c ->
  phi 1%g <= (scheme_size G w)%:R * c.
Proof.
move=> phi1 phi_ge0 le_c.
apply: le_trans (ler_wpmul2l (ler0n _ _) le_c).
apply: le_trans (_ : phi 1%g * ((scheme_size G w)%:R * \sum_(g in G) w g ^+ 2) <= _).
  by rewrite ler_pemulr // sum_squares_size.
rewrite mulrCA ler_wpmul2l ?ler0n // mulr_sumr; apply: ler_sum => s Gs.
rewrite (bigD1 s) //= mulVg mulrC -expr2 ler_addl; apply: sumr_ge0 => t /andP[Gt ne_ts].
rewrite mulr_ge0 ?mulr_ge0 ?w_ge0 // phi_ge0 ?groupM ?groupV //.
by rewrite -eq_mulVg1 eq_sym.
Qed.

Variable c : K -> R.
Definition combination g := \sum_k c k * \tr (r k g).
Local Notation phi := combination.

Hypothesis phi1 : 0 <= phi 1%g.
Hypothesis phi_ge0 : {in G, forall g, g != 1%g -> 0 <= phi g}.

(* Evidence *linear-programme*: modules with positive coefficients belong to  *)
(* the class.                                                                 *)
Theorem linear_programme_weak eps : (forall k, 0 < c k -> weak (r k) w eps) ->
  phi 1%g <= (scheme_size G w)%:R *
    (\sum_k c k * invariants (r k)
     + eps * \sum_(k | 0 < c k) c k * ((n k)%:R - invariants (r k))).
Proof.
move=> wk; apply: pairing_size => //; rewrite (pairing_sum G w c (fun k => mxchar (r k))).
rewrite mulr_sumr [X in _ <= _ + X]big_mkcond -big_split; apply: ler_sum => k _ /=.
case: (ltrP 0 (c k)) => [c_gt0 | c_le0].
  by rewrite [eps * _]mulrCA -mulrDr ler_pmul2l //; apply: weak_pairing => //; apply: wk.
by rewrite addr0 ler_wnmul2l // pairing_ge_invariants.
Qed.

Theorem linear_programme_exact : (forall k, 0 < c k -> exact (r k) w) ->
  phi 1%g <= (scheme_size G w)%:R * \sum_k c k * invariants (r k).
Proof.
move=> ex_w; have := @linear_programme_weak 0; rewrite mul0r addr0; apply=> k c_gt0.
by apply/exact_weak0 => //; apply: ex_w.
Qed.

End Orthogonal.

(* The uniform weights on a subgroup H are exact if and only if the means of  *)
(* the character over H and over G are equal.                                 *)
Theorem subgroup_exact_mean (R : realFieldType) (gT : finGroupType)
    (G H : {group gT}) (n : nat) (rG : mx_representation R G n) :
    orthogonal rG -> H \subset G ->
  exact rG (uniform_scheme H) <->
  (\sum_(h in H) \tr (rG h)) / #|H|%:R = (\sum_(g in G) \tr (rG g)) / #|G|%:R.
Proof.
move=> orthoG sHG; have nzH := order_neq0 R H.
have sch_H : averaging_scheme G (uniform_scheme H : gT -> R).
  exact: uniform_scheme_sub.
have sum_H (f : gT -> R) :
    \sum_(g in G) uniform_scheme H g * f g = #|H|%:R^-1 * \sum_(h in H) f h.
  rewrite mulr_sumr (big_setID H) (setIidPr sHG) /= [X in _ + X]big1 ?addr0.
    by apply: eq_bigr => h Hh; rewrite /uniform_scheme Hh mul1r.
  by move=> g /setDP[_ /negPf notHg]; rewrite /uniform_scheme notHg !mul0r.
rewrite (exact_pairing sch_H orthoG) /invariants ![_ / _]mulrC.
suffices -> : pairing G (uniform_scheme H) (mxchar rG)
    = #|H|%:R^-1 * \sum_(h in H) \tr (rG h) by [].
transitivity (\sum_(s in G) uniform_scheme H s
    * (#|H|%:R^-1 * \sum_(t in H) mxchar rG (s^-1 * t)%g)).
  by apply: eq_bigr => s _; rewrite -sum_H mulr_sumr; apply: eq_bigr => t _; rewrite mulrA.
rewrite sum_H (eq_bigr (fun=> #|H|%:R^-1 * \sum_(h in H) \tr (rG h))) => [|s Hs].
  by rewrite sumr_const -[X in _ * X]mulr_natl mulKf.
congr (_ * _); rewrite (reindex_inj (mulgI s)) /=.
by apply: eq_big => [t | t _]; rewrite ?groupMl // mulKg.
Qed.

(* What is good on a class is good on its submodules, read in a basis that is *)
(* orthonormal up to scale.                                                   *)
Theorem weak_submodule (R : realFieldType) (gT : finGroupType) (G : {group gT})
    (n m : nat) (rG : mx_representation R G n) (r : mx_representation R G m)
    (T : 'M[R]_(n, m)) (C : R) (w : gT -> R) eps :
    orthogonal rG -> orthogonal r -> 0 < C -> T^T *m T = C%:M ->
    {in G, forall g, T *m r g = rG g *m T} ->
    averaging_scheme G w -> weak rG w eps -> weak r w eps.
Proof.
move=> orthoG ortho_r C_gt0 TT hT sch_w wk; apply/(weak_error ortho_r sch_w) => f.
have T_norm p (x : 'M_(m, p)) : sqnorm (T *m x) = C * sqnorm x.
  by rewrite !sqnorm_dot dotmxMr mulmxA TT mul_scalar_mx dotmxZl.
have T_avg v : T *m averaging_mx r v = averaging_mx rG v *m T.
  rewrite mulmx_sumr mulmx_suml; apply: eq_bigr => g Gg.
  by rewrite -scalemxAr -scalemxAl hT.
have T_rey : T *m reynolds_mx r = reynolds_mx rG *m T by rewrite !reynolds_averaging T_avg.
rewrite -(ler_pmul2l C_gt0) mulrCA -!T_norm.
have := (weak_error orthoG sch_w eps).1 wk (T *m f).
by rewrite mulmxBr !mulmxA -T_rey /error_mx mulmxBl mulmxBr -T_rey -T_avg.
Qed.
