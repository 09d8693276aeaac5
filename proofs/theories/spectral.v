(** * Approximate symmetry (MATHEMATICS.md, sections 1, 3.1, 3.2, 3.4 gram)   *)
(*                                                                            *)
(* R is an ordered field (the rationals, the reals, ...), rG a representation *)
(* of G by orthogonal matrices, for instance by permutation matrices.         *)
(*                                                                            *)
(*               sqnorm A == the sum of the squares of the entries of A; for  *)
(*                           a column f it is the squared length of f         *)
(*          orthogonal rG == (rG g)^T *m rG g = 1 for every g in G            *)
(*         asymmetry rG f == the average over g in G of sqnorm (f - g.f)      *)
(*        weak rG w eps   == asymmetry (E_w f) <= eps * asymmetry f, all f    *)
(*        strong rG w eps == sqnorm (E_w f - h.E_w f) <= eps * asymmetry f    *)
(*                           for all f and for each h in G                    *)
(*          error_mx rG w == E_w - P                                          *)
(*                  psd A == x^T *m A *m x >= 0 for every column x; A need    *)
(*                           not be symmetric                                 *)

From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From mathcomp Require Import all_solvable all_field all_character.
From Reynolds Require Import averaging.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Section SquaredNorm.

Variable R : realFieldType.

Definition sqnorm m n (A : 'M[R]_(m, n)) := \sum_i \sum_j A i j ^+ 2.

Definition dotmx m n (A B : 'M[R]_(m, n)) := \sum_i \sum_j A i j * B i j.

Definition psd n (A : 'M[R]_n) := forall x : 'cV_n, 0 <= (x^T *m A *m x) 0 0.

Implicit Types m n : nat.

Lemma sqnorm_ge0 m n (A : 'M_(m, n)) : 0 <= sqnorm A.
Proof. by apply: sumr_ge0 => i _; apply: sumr_ge0 => j _; apply: sqr_ge0. Qed.

Lemma sqnorm_eq0 m n (A : 'M_(m, n)) : (sqnorm A == 0) = (A == 0).
Proof.
apply/idP/eqP=> [|->]; last first.
  by rewrite /sqnorm big1 // => i _; rewrite big1 // => j _; rewrite mxE expr0n.
rewrite psumr_eq0 => [/allP A0|i _]; last by apply: sumr_ge0 => *; apply: sqr_ge0.
apply/matrixP=> i j; have := A0 i (mem_index_enum _); rewrite mxE /=.
rewrite psumr_eq0 => [/allP/(_ j (mem_index_enum _))|*]; last exact: sqr_ge0.
by rewrite sqrf_eq0 => /eqP.
Qed.

Lemma sqnorm_dot m n (A : 'M_(m, n)) : sqnorm A = dotmx A A.
Proof. by []. Qed.

Lemma dotmx_tr m n (A B : 'M_(m, n)) : dotmx A B = \tr (A^T *m B).
Proof.
rewrite /dotmx exchange_big; apply: eq_bigr => j _; rewrite mxE.
by apply: eq_bigr => i _; rewrite mxE.
Qed.

Lemma sqnorm_tr m n (A : 'M_(m, n)) : sqnorm A = \tr (A^T *m A).
Proof. exact: dotmx_tr. Qed.

Lemma dotmxC m n (A B : 'M_(m, n)) : dotmx A B = dotmx B A.
Proof. by apply: eq_bigr => i _; apply: eq_bigr => j _; rewrite mulrC. Qed.

Lemma dotmxDr m n (A B C : 'M_(m, n)) : dotmx A (B + C) = dotmx A B + dotmx A C.
Proof. by rewrite !dotmx_tr mulmxDr mxtraceD. Qed.

Lemma dotmxZr m n a (A B : 'M_(m, n)) : dotmx A (a *: B) = a * dotmx A B.
Proof. by rewrite !dotmx_tr -scalemxAr mxtraceZ. Qed.

Lemma dotmxNr m n (A B : 'M_(m, n)) : dotmx A (- B) = - dotmx A B.
Proof. by rewrite -scaleN1r dotmxZr mulN1r. Qed.

Lemma dotmxBr m n (A B C : 'M_(m, n)) : dotmx A (B - C) = dotmx A B - dotmx A C.
Proof. by rewrite dotmxDr dotmxNr. Qed.

Lemma dotmx_sumr m n (I : Type) (r : seq I) (P : pred I) (A : 'M_(m, n))
    (B : I -> 'M_(m, n)) :
  dotmx A (\sum_(i <- r | P i) B i) = \sum_(i <- r | P i) dotmx A (B i).
Proof.
rewrite dotmx_tr mulmx_sumr raddf_sum; apply: eq_bigr => i _.
by rewrite dotmx_tr.
Qed.

Lemma dotmxDl m n (A B C : 'M_(m, n)) : dotmx (B + C) A = dotmx B A + dotmx C A.
Proof. by rewrite -!(dotmxC A) dotmxDr. Qed.

Lemma dotmxZl m n a (A B : 'M_(m, n)) : dotmx (a *: B) A = a * dotmx B A.
Proof. by rewrite -!(dotmxC A) dotmxZr. Qed.

Lemma dotmxMr m n p (A : 'M_(m, p)) (B : 'M_(m, n)) (C : 'M_(n, p)) :
  dotmx A (B *m C) = dotmx (B^T *m A) C.
Proof. by rewrite !dotmx_tr trmx_mul trmxK mulmxA. Qed.

Lemma sqnormD m n (A B : 'M_(m, n)) :
  sqnorm (A + B) = sqnorm A + dotmx A B *+ 2 + sqnorm B.
Proof. by rewrite !sqnorm_dot dotmxDr !dotmxDl (dotmxC B A) !addrA. Qed.

Lemma sqnormZ m n a (A : 'M_(m, n)) : sqnorm (a *: A) = a ^+ 2 * sqnorm A.
Proof. by rewrite !sqnorm_dot dotmxZl dotmxZr mulrA expr2. Qed.

Lemma sqnormN m n (A : 'M_(m, n)) : sqnorm (- A) = sqnorm A.
Proof. by rewrite -scaleN1r sqnormZ sqrrN expr1n mul1r. Qed.

Lemma sqnormB m n (A B : 'M_(m, n)) :
  sqnorm (A - B) = sqnorm A - dotmx A B *+ 2 + sqnorm B.
Proof.
by rewrite sqnormD sqnormN -scaleN1r dotmxZr mulN1r mulNrn.
Qed.

Lemma sqnormB_le m n (A B : 'M_(m, n)) :
  sqnorm (A - B) <= (sqnorm A + sqnorm B) *+ 2.
Proof.
rewrite (_ : _ *+ 2 = sqnorm (A + B) + sqnorm (A - B)) ?ler_addr ?sqnorm_ge0 //.
rewrite sqnormD sqnormB -!(addrAC _ (sqnorm B)) addrACA subrr addr0.
by rewrite mulr2n.
Qed.

(* The length of a matrix bounds its action: Cauchy and Schwarz.              *)
Lemma discriminant_le (a b c : R) : 0 <= c ->
  (forall t, 0 <= a + b * t *+ 2 + c * t ^+ 2) -> b ^+ 2 <= a * c.
Proof.
rewrite le_eqVlt => /predU1P[<- | c_gt0] ge0.
  rewrite mulr0; have [-> | nzb] := eqVneq b 0; first by rewrite expr0n.
  have := ge0 (- (a + 1) / (b *+ 2)); rewrite mul0r addr0 -mulrnAl.
  rewrite mulrC divfK ?mulrn_eq0 // opprD addNKr ler0N1.
  by [].
have nzc : c != 0 by rewrite gt_eqF.
have c_q : c * (b / c) ^+ 2 = b ^+ 2 / c.
  by rewrite expr2 mulrA [c * _]mulrC divfK // mulrA -expr2.
have := ge0 (- (b / c)); rewrite sqrrN c_q mulrN mulrA -expr2 mulNrn {ge0}.
by rewrite mulr2n opprD addrA addrNK subr_ge0 ler_pdivr_mulr.
Qed.

Lemma dotmx_CauchySchwarz m n (A B : 'M_(m, n)) :
  dotmx A B ^+ 2 <= sqnorm A * sqnorm B.
Proof.
apply: discriminant_le => [|t]; first exact: sqnorm_ge0.
rewrite mulrC -dotmxZr mulrC -sqnormZ -sqnormD; exact: sqnorm_ge0.
Qed.

Lemma sum_CauchySchwarz n (a b : 'I_n -> R) :
  (\sum_i a i * b i) ^+ 2 <= (\sum_i a i ^+ 2) * (\sum_i b i ^+ 2).
Proof.
have := dotmx_CauchySchwarz (\row_i a i) (\row_i b i).
rewrite /dotmx /sqnorm !big_ord1; congr (_ ^+ 2 <= _ * _).
- by apply: eq_bigr => i _; rewrite !mxE.
- by apply: eq_bigr => i _; rewrite !mxE.
- by apply: eq_bigr => i _; rewrite !mxE.
Qed.

Lemma sqnormM_le m n p (A : 'M_(m, n)) (B : 'M_(n, p)) :
  sqnorm (A *m B) <= sqnorm A * sqnorm B.
Proof.
rewrite [X in _ * X]/sqnorm exchange_big /= big_distrl; apply: ler_sum => i _.
rewrite big_distrr; apply: ler_sum => j _; rewrite mxE.
exact: sum_CauchySchwarz.
Qed.

(* Positive semidefinite matrices.                                            *)
Lemma qformE n (A : 'M_n) (x : 'cV_n) : (x^T *m A *m x) 0 0 = dotmx x (A *m x).
Proof. by rewrite dotmx_tr mulmxA trace_mx11. Qed.

Lemma psd_gram m n (A : 'M_(m, n)) : psd (A^T *m A).
Proof.
by move=> x; rewrite qformE -mulmxA dotmxMr trmxK; apply: sqnorm_ge0.
Qed.

Lemma psd_diag n (d : 'rV_n) : (forall i, 0 <= d 0 i) -> psd (diag_mx d).
Proof.
move=> d_ge0 x; rewrite qformE /dotmx; apply: sumr_ge0 => i _.
apply: sumr_ge0 => j _; rewrite mul_diag_mx mxE mulrCA mulr_ge0 // -expr2.
exact: sqr_ge0.
Qed.

Lemma psd_congruence m n (A : 'M_m) (L : 'M_(n, m)) :
  psd A -> psd (L *m A *m L^T).
Proof.
by move=> psdA x; have := psdA (L^T *m x); rewrite trmx_mul trmxK !mulmxA.
Qed.

(* A factorisation L D L^T with nonnegative diagonal D shows that A is        *)
(* positive semidefinite.                                                     *)
Theorem psd_ldl n (A L : 'M_n) (d : 'rV_n) :
  A = L *m diag_mx d *m L^T -> (forall i, 0 <= d 0 i) -> psd A.
Proof. by move=> -> /psd_diag/psd_congruence. Qed.

End SquaredNorm.

Section Approximate.

Variables (R : realFieldType) (gT : finGroupType) (G : {group gT}) (n : nat).
Variable rG : mx_representation R G n.
Implicit Types (w : gT -> R) (eps : R) (f : 'cV[R]_n).

Local Notation E := (averaging_mx rG).
Local Notation P := (reynolds_mx rG).

Definition orthogonal := {in G, forall g, (rG g)^T *m rG g = 1%:M}.

Definition asymmetry f := #|G|%:R^-1 * \sum_(g in G) sqnorm (f - rG g *m f).

Definition weak w eps :=
  forall f, asymmetry (E w *m f) <= eps * asymmetry f.

Definition strong w eps :=
  forall f, {in G, forall h,
    sqnorm (E w *m f - rG h *m (E w *m f)) <= eps * asymmetry f}.

Definition error_mx w := E w - P.

Lemma order_gt0 : 0 < #|G|%:R :> R. Proof. by rewrite ltr0n cardG_gt0. Qed.
Lemma order_neq0 : #|G|%:R != 0 :> R. Proof. by rewrite gt_eqF ?order_gt0. Qed.

Lemma asymmetry_ge0 f : 0 <= asymmetry f.
Proof.
rewrite mulr_ge0 ?invr_ge0 ?ler0n //; apply: sumr_ge0 => g _; exact: sqnorm_ge0.
Qed.

(* Permutations of the coordinates, with or without signs, are orthogonal.    *)
Lemma signed_permutation_orthogonal (s : gT -> 'S_n) (d : gT -> 'rV_n) :
    {in G, forall g, rG g = diag_mx (d g) *m perm_mx (s g)} ->
    {in G, forall g i, d g 0 i ^+ 2 = 1} ->
  orthogonal.
Proof.
move=> rGE d2 g Gg; rewrite rGE // trmx_mul tr_perm_mx tr_diag_mx -mulmxA.
rewrite [diag_mx _ *m (_ *m _)]mulmxA (_ : diag_mx _ *m diag_mx _ = 1%:M).
  by rewrite mul1mx -perm_mxM mulVg perm_mx1.
apply/matrixP=> i j; rewrite mul_diag_mx !mxE; case: eqP => [->|_].
  by rewrite !mulr1n -expr2 d2.
by rewrite !mulr0n mulr0.
Qed.

Lemma permutation_orthogonal (s : gT -> 'S_n) :
  {in G, forall g, rG g = perm_mx (s g)} -> orthogonal.
Proof.
by move=> rGE g Gg; rewrite rGE // tr_perm_mx -perm_mxM mulVg perm_mx1.
Qed.

Hypothesis orthoG : orthogonal.

Lemma orthogonal_tr g : g \in G -> (rG g)^T = rG g^-1%g.
Proof.
move=> Gg; rewrite -[LHS]mulmx1 -(repr_mx1 rG) -(mulgV g).
by rewrite repr_mxM ?groupV // mulmxA orthoG // mul1mx.
Qed.

Lemma sqnorm_orthogonal m (f : 'M_(n, m)) g : g \in G ->
  sqnorm (rG g *m f) = sqnorm f.
Proof.
by move=> Gg; rewrite !sqnorm_dot dotmxMr mulmxA orthoG // mul1mx.
Qed.

Lemma averaging_mx_tr w : (E w)^T = E (fun g => w g^-1%g).
Proof.
rewrite raddf_sum [RHS](reindex_inj invg_inj) /=.
apply: eq_big => g; first by rewrite groupV.
by move=> Gg; rewrite linearZ /= orthogonal_tr // invgK.
Qed.

Lemma reynolds_mx_tr : P^T = P.
Proof.
rewrite reynolds_averaging averaging_mx_tr; apply: eq_bigr => g Gg.
by rewrite /uniform_scheme groupV.
Qed.

(* P is an orthogonal projection.                                             *)
Lemma sqnorm_reynolds m (f : 'M_(n, m)) :
  sqnorm (f - P *m f) = sqnorm f - sqnorm (P *m f).
Proof.
have PP: dotmx f (P *m f) = sqnorm (P *m f).
  rewrite sqnorm_dot [RHS]dotmxMr mulmxA reynolds_mx_tr.
  by rewrite (reynolds_mx_id rG order_neq0) dotmxC.
by rewrite sqnormB PP mulr2n opprD addrA addrNK.
Qed.

Lemma sqnorm_reynolds_le m (f : 'M_(n, m)) : sqnorm (f - P *m f) <= sqnorm f.
Proof. by rewrite sqnorm_reynolds ger_addl oppr_le0 sqnorm_ge0. Qed.

(* 3.1, first half.                                                           *)
Theorem asymmetry_reynolds f : asymmetry f = sqnorm (f - P *m f) *+ 2.
Proof.
have sum_dot : \sum_(g in G) dotmx f (rG g *m f) = #|G|%:R * dotmx f (P *m f).
  rewrite -dotmx_sumr -mulmx_suml /reynolds_mx -scalemxAl dotmxZr.
  by rewrite mulVKf // order_neq0.
have PP: dotmx f (P *m f) = sqnorm (P *m f).
  rewrite sqnorm_dot [RHS]dotmxMr mulmxA reynolds_mx_tr.
  by rewrite (reynolds_mx_id rG order_neq0) dotmxC.
rewrite sqnorm_reynolds /asymmetry.
under eq_bigr => g Gg do
  rewrite sqnormB sqnorm_orthogonal // addrAC -mulr2n -mulrnBl.
rewrite sumrMnl sumrB sumr_const -[sqnorm f *+ _]mulr_natl sum_dot PP -mulrBr.
by rewrite -mulrnAr mulKf // order_neq0.
Qed.

Section Scheme.

Variable w : gT -> R.
Hypothesis sch_w : averaging_scheme G w.

Lemma error_mxMl m (f : 'M_(n, m)) :
  error_mx w *m f = E w *m f - P *m (E w *m f).
Proof. by rewrite mulmxBl [in RHS]mulmxA reynolds_mxMaveraging. Qed.

Lemma error_mxB m (f : 'M_(n, m)) :
  error_mx w *m (f - P *m f) = error_mx w *m f.
Proof.
rewrite mulmxBr [X in _ - X]mulmxA [error_mx w *m P]mulmxBl.
by rewrite averaging_mxMreynolds // reynolds_mx_id ?order_neq0 // subrr mul0mx subr0.
Qed.

Lemma error_mx_gram : (error_mx w)^T *m error_mx w = (E w)^T *m E w - P.
Proof.
have EP : (E w)^T *m P = P.
  by rewrite -[X in _ *m X]reynolds_mx_tr -trmx_mul reynolds_mxMaveraging // reynolds_mx_tr.
have -> : (error_mx w)^T = (E w)^T - P by rewrite [LHS]linearB /= reynolds_mx_tr.
rewrite mulmxBl !mulmxBr EP.
by rewrite reynolds_mxMaveraging // reynolds_mx_id ?order_neq0 // subrr subr0.
Qed.

(* 3.1, second half: the weak condition bounds the error E_w - P.             *)
Theorem weak_error eps :
  weak w eps <->
  forall f, sqnorm (error_mx w *m f) <= eps * sqnorm (f - P *m f).
Proof.
have eq2 f : (asymmetry (E w *m f) <= eps * asymmetry f)
     = (sqnorm (error_mx w *m f) <= eps * sqnorm (f - P *m f)).
  by rewrite !asymmetry_reynolds -error_mxMl mulrnAr ler_pmuln2r.
by split=> wk f; move: (wk f); rewrite eq2.
Qed.

Theorem weak_operator_norm eps : 0 <= eps ->
  weak w eps <-> forall f, sqnorm (error_mx w *m f) <= eps * sqnorm f.
Proof.
move=> eps_ge0; split=> [/weak_error wk f | err]; last first.
  by apply/weak_error=> f; rewrite -error_mxB.
by apply: le_trans (wk f) _; rewrite ler_wpmul2l // sqnorm_reynolds_le.
Qed.

Lemma qform_gram eps f :
  (f^T *m (eps%:M + P - (E w)^T *m E w) *m f) 0 0
  = eps * sqnorm f - sqnorm (error_mx w *m f).
Proof.
rewrite -addrA -[P - _]opprB -error_mx_gram qformE mulmxBl dotmxBr.
by rewrite mul_scalar_mx dotmxZr -mulmxA dotmxMr trmxK.
Qed.

(* Evidence *gram*: if eps + P - E^T E is positive semidefinite, then the     *)
(* scheme is weakly symmetric to within eps.                                  *)
Theorem gram_weak eps :
  psd (eps%:M + P - (E w)^T *m E w) -> weak w eps.
Proof.
move=> psdA; apply/weak_error=> f; have := psdA (f - P *m f).
by rewrite qform_gram subr_ge0 error_mxB.
Qed.

(* And nothing is lost by asking for it.                                      *)
Theorem weak_gram eps : 0 <= eps ->
  weak w eps -> psd (eps%:M + P - (E w)^T *m E w).
Proof.
move=> eps_ge0 /weak_operator_norm wk f.
by rewrite qform_gram subr_ge0 wk.
Qed.

(* 3.2 with the factor 2.                                                     *)
Theorem strong_of_weak eps : weak w eps -> strong w (eps *+ 2).
Proof.
move=> wk f h Gh; set u := E w *m f.
apply: le_trans (_ : asymmetry u *+ 2 <= _); last first.
  by rewrite mulrnAl ler_pmuln2r // wk.
rewrite asymmetry_reynolds.
have -> : u - rG h *m u = (u - P *m u) - rG h *m (u - P *m u).
  by rewrite mulmxBr [rG h *m (P *m u)]mulmxA reynolds_mxMl // opprB addrA addrNK.
apply: le_trans (sqnormB_le _ _) _.
by rewrite sqnorm_orthogonal // -mulr2n.
Qed.

Theorem weak_of_strong eps : strong w eps -> weak w eps.
Proof.
move=> st f; rewrite {1}/asymmetry ler_pdivr_mull ?order_gt0 // mulr_natl -sumr_const.
by apply: ler_sum => g; apply: st.
Qed.

(* Exact is approximate with eps = 0.                                         *)
Theorem exact_weak0 : exact rG w <-> weak w 0.
Proof.
rewrite (exact_reynolds rG order_neq0 sch_w) (weak_operator_norm (lexx 0)).
rewrite /error_mx; split=> [eq_P f | err].
  by rewrite eq_P subrr mul0mx mul0r le_eqVlt sqnorm_eq0 eqxx.
apply/eqP; rewrite -subr_eq0; apply/eqP/trmx_inj/row_matrixP=> i.
rewrite -tr_col colE; have := err (delta_mx i 0).
rewrite mul0r le_eqVlt ltNge sqnorm_ge0 orbF sqnorm_eq0 => /eqP->.
by rewrite !trmx0 row0.
Qed.

End Scheme.

End Approximate.
