(** * Evidence rank (MATHEMATICS.md, 2.5: lower bounds; 2.14)                 *)
(*                                                                            *)
(* A lower bound on the size of exact averaging schemes, signed weights too.  *)
(* If all products of two functions of a space U of functions on G are        *)
(* coefficients of the class (constants are free), the size is at least       *)
(* dim U. The linear algebra behind it holds over any field.                  *)
(*                                                                            *)
(*   coefficient rG phi == the function phi : gT -> F is a coefficient of rG  *)
(*                         plus a constant: phi g = \tr (A *m rG g) + c       *)
(*             values u == the matrix of the values of functions u i on G,    *)
(*                         one row for each function                          *)

From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From mathcomp Require Import all_solvable all_field all_character.
From Reynolds Require Import averaging spectral.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

(* A weighted sum of matrices of rank at most 1.                              *)
Lemma scheme_rank (F : fieldType) (gT : finGroupType) (G : {group gT}) (m p : nat)
    (w : gT -> F) (A : gT -> 'M[F]_(m, p)) :
    {in G, forall g, (\rank (A g) <= 1)%N} ->
  (\rank (\sum_(g in G) w g *: A g)%R <= scheme_size G w)%N.
Proof.
move=> rkA; rewrite (bigID (fun g => w g != 0)) /= [X in _ + X]big1 ?addr0; last first.
  by move=> g /andP[_ /negbNE/eqP->]; rewrite scale0r.
rewrite /scheme_size -sum1_card (eq_bigl (fun g => (g \in G) && (w g != 0))); last first.
  by move=> g; rewrite /= inE.
elim/big_ind2: _ => [|A1 r1 A2 r2 le1 le2|g /andP[Gg _]]; first by rewrite mxrank0.
  exact: leq_trans (mxrank_add _ _) (leq_add le1 le2).
exact: leq_trans (mxrank_scale _ _) (rkA g Gg).
Qed.

Section Coefficients.

Variables (F : fieldType) (gT : finGroupType) (G : {group gT}) (n : nat).
Variable rG : mx_representation F G n.
Hypothesis nzG : #|G|%:R != 0 :> F.
Implicit Types (w phi : gT -> F).

Definition coefficient phi :=
  exists A : 'M[F]_n, exists c, {in G, forall g, phi g = \tr (A *m rG g) + c}.

(* Exact schemes integrate coefficients like the mean over G.                 *)
Theorem exact_coefficient w phi : averaging_scheme G w -> exact rG w ->
  coefficient phi ->
  \sum_(g in G) w g * phi g = #|G|%:R^-1 * \sum_(g in G) phi g.
Proof.
move=> sch_w ex_w [A [c phiE]].
have avg v : averaging_scheme G v ->
    \sum_(g in G) v g * phi g = \tr (A *m averaging_mx rG v) + c.
  move=> /eqP sum_v; rewrite mulmx_sumr raddf_sum -[c in RHS]mul1r -sum_v mulr_suml.
  rewrite -big_split; apply: eq_bigr => g Gg /=.
  by rewrite phiE // mulrDr -scalemxAr mxtraceZ.
rewrite avg // ((exact_reynolds _ nzG sch_w).1 ex_w) reynolds_averaging.
rewrite -avg ?uniform_scheme_sum // mulr_sumr; apply: eq_bigr => g Gg.
by rewrite /uniform_scheme Gg mul1r.
Qed.

(* 2.14: if every function on G is a coefficient plus a constant, only the    *)
(* uniform weights are exact.                                                 *)
Theorem coefficients_only_uniform : (forall phi, coefficient phi) -> only_uniform rG.
Proof.
move=> coef w sch_w ex_w g Gg; have := exact_coefficient sch_w ex_w (coef (fun h => (h == g)%:R)).
rewrite (bigD1 g) //= eqxx mulr1 big1 ?addr0 => [-> | h /andP[_ /negPf->]]; last first.
  by rewrite mulr0.
by rewrite (bigD1 g) //= eqxx big1 ?addr0 ?mulr1 // => h /andP[_ /negPf->].
Qed.

(* The bound by rank: vectors u g and v g whose products are coefficients.    *)
Theorem rank_size m p (u : gT -> 'cV[F]_m) (v : gT -> 'rV[F]_p) w :
    averaging_scheme G w -> exact rG w ->
    (forall i j, coefficient (fun g => u g i 0 * v g 0 j)) ->
  (\rank (\sum_(g in G) u g *m v g)%R <= scheme_size G w)%N.
Proof.
move=> sch_w ex_w coef.
have <- : #|G|%:R *: (\sum_(g in G) w g *: (u g *m v g)) = \sum_(g in G) u g *m v g.
  apply/matrixP=> i j; rewrite mxE !summxE.
  rewrite (eq_bigr (fun g => w g * (u g i 0 * v g 0 j))) => [|g _]; last first.
    by rewrite !mxE big_ord1.
  rewrite (exact_coefficient sch_w ex_w (coef i j)) mulVKf //.
  by apply: eq_bigr => g _; rewrite mxE big_ord1.
apply: leq_trans (mxrank_scale _ _) _; apply: scheme_rank => g _.
by apply: leq_trans (mxrankM_maxl _ _) (rank_leq_col _).
Qed.

End Coefficients.

Section Real.

Variables (R : realFieldType) (gT : finGroupType) (G : {group gT}) (n : nat).
Variable rG : mx_representation R G n.
Implicit Types (w : gT -> R).

Definition values k (u : 'I_k -> gT -> R) : 'M[R]_(k, #|G|) :=
  \matrix_(i, j) u i (enum_val j).

(* A matrix and its Gram matrix have the same rank.                           *)
Lemma rank_gram m p (A : 'M[R]_(m, p)) : \rank (A *m A^T) = \rank A.
Proof.
apply/eqP; rewrite eqn_leq mxrankM_maxl /=.
have le_ker : (kermx (A *m A^T) <= kermx A)%MS.
  apply/rV_subP=> x /sub_kermxP xAA; apply/sub_kermxP; apply/eqP.
  rewrite -trmx_eq0 -sqnorm_eq0 sqnorm_tr trmxK trmx_mul mulmxA.
  by rewrite -[x *m A *m A^T]mulmxA xAA mul0mx mxtrace0.
have := mxrankS le_ker; rewrite !mxrank_ker => le_rk.
rewrite -(leq_add2r (m - \rank A)) subnKC ?rank_leq_row //.
by apply: leq_trans (leq_add (leqnn _) le_rk); rewrite subnKC ?rank_leq_row.
Qed.

(* Evidence *rank*: functions on G all of whose products are coefficients.    *)
Theorem rank_products_size k (u : 'I_k -> gT -> R) w :
    averaging_scheme G w -> exact rG w ->
    (forall i j, coefficient rG (fun g => u i g * u j g)) ->
  (\rank (values u) <= scheme_size G w)%N.
Proof.
move=> sch_w ex_w coef; rewrite -rank_gram.
have -> : values u *m (values u)^T
    = \sum_(g in G) (\col_i u i g) *m (\row_j u j g).
  apply/matrixP=> i j; rewrite mxE summxE [RHS]big_enum_val /=.
  by apply: eq_bigr => x _; rewrite !mxE big_ord1 !mxE.
apply: (rank_size (order_neq0 R G) sch_w ex_w) => i j.
by have [A [c phiE]] := coef i j; exists A, c => g Gg; rewrite !mxE phiE.
Qed.

(* In particular linearly independent functions.                              *)
Corollary independent_products_size k (u : 'I_k -> gT -> R) w :
    averaging_scheme G w -> exact rG w ->
    (forall i j, coefficient rG (fun g => u i g * u j g)) ->
    (forall a : 'I_k -> R, {in G, forall g, \sum_i a i * u i g = 0} ->
       forall i, a i = 0) ->
  (k <= scheme_size G w)%N.
Proof.
move=> sch_w ex_w coef free_u.
suffices /eqP<- : \rank (values u) == k by apply: rank_products_size.
rewrite -[_ == k]/(row_free _); apply: inj_row_free => a aU0.
apply/rowP=> i; rewrite mxE; apply: (free_u (fun i => a 0 i)) => g Gg.
move/rowP/(_ (enum_rank_in Gg g)): aU0; rewrite !mxE => aU0; rewrite -[RHS]aU0.
by apply: eq_bigr => j _; rewrite !mxE enum_rankK_in.
Qed.

(* In particular the matrix entries of another representation.                *)
Corollary rank_representation_size m (rJ : mx_representation R G m) w :
    averaging_scheme G w -> exact rG w ->
    (forall i j k l, coefficient rG (fun g => rJ g i j * rJ g k l)) ->
  (\rank (enveloping_algebra_mx rJ) <= scheme_size G w)%N.
Proof.
move=> sch_w ex_w coef.
pose u (i : 'I_(m * m)) g := mxvec (rJ g) 0 i.
have -> : enveloping_algebra_mx rJ = (values u)^T.
  by apply/matrixP=> i j; rewrite !mxE.
rewrite mxrank_tr; apply: rank_products_size => // x y.
case/mxvec_indexP: x => i j; case/mxvec_indexP: y => k l.
have [A [c phiE]] := coef i j k l; exists A, c => g Gg.
by rewrite /u !mxvecE phiE.
Qed.

End Real.
