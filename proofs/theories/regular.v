(** * The regular representation (MATHEMATICS.md, 3.1 and 3.4)                *)
(*                                                                            *)
(* regular_repr R G acts on the functions on G. A scheme that is weakly       *)
(* symmetric there is so on every orthogonal representation of G.             *)
(*                                                                            *)
(*                conv G a b == the convolution of a and b : gT -> R over G   *)
(*                     adj w == the weights g |-> w g^-1                      *)
(*            conv_pow G m a == the m-th power of a for conv (the weights     *)
(*                              concentrated at 1 for m = 0)                  *)
(*       intertwines r1 r2 T == T *m r1 g = r2 g *m T for every g in G        *)

From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From mathcomp Require Import all_solvable all_field all_character.
From Reynolds Require Import averaging spectral.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Section Convolution.

Variables (F : fieldType) (gT : finGroupType) (G : {group gT}).
Implicit Types (a b w : gT -> F).

Definition conv a b : gT -> F := fun g => \sum_(h in G) a h * b (h^-1 * g)%g.

Definition adj w : gT -> F := fun g => w g^-1%g.

Definition conv_pow m a := iter m (conv a) (fun g => (g == 1%g)%:R).

Section Mx.

Variables (n : nat) (rG : mx_representation F G n).
Local Notation E := (averaging_mx rG).

Lemma averaging_conv a b : E (conv a b) = E a *m E b.
Proof.
rewrite mulmx_suml; under [RHS]eq_bigr => h Gh do
  rewrite -scalemxAl averaging_mxMl // scaler_sumr.
rewrite exchange_big; apply: eq_bigr => g Gg; rewrite scaler_suml.
by apply: eq_bigr => h Gh; rewrite scalerA.
Qed.

Lemma averaging_delta : E (fun g => (g == 1%g)%:R) = 1%:M.
Proof.
rewrite /averaging_mx (bigD1 1%g) //= eqxx repr_mx1 scale1r big1 ?addr0 //.
by move=> g /andP[_ /negPf->]; rewrite scale0r.
Qed.

Lemma averaging_conv_pow m a : E (conv_pow m a) = iter m (mulmx (E a)) 1%:M.
Proof. by elim: m => [|m IHm]; rewrite /= ?averaging_delta // averaging_conv IHm. Qed.

End Mx.

Lemma conv_adj w : conv (adj w) w 1%g = \sum_(g in G) w g ^+ 2.
Proof.
rewrite /conv [RHS](reindex_inj invg_inj) /=.
by apply: eq_big => g; rewrite ?groupV // mulg1.
Qed.

Local Notation aG := (regular_repr F G).

Lemma trace_regular g : g \in G -> \tr (aG g) = #|G|%:R *+ (g == 1%g).
Proof.
move=> Gg; rewrite /mxtrace; have [-> | ne_g1] := eqVneq g 1%g.
  rewrite repr_mx1 (eq_bigr (fun=> 1)) => [|i _]; last by rewrite mxE eqxx.
  by rewrite sumr_const card_ord.
rewrite big1 // => i _; rewrite !mxE /=; case: eqP => // /(congr1 enum_val).
rewrite gring_indexK ?groupM ?enum_valP // -{1}[enum_val i]mulg1.
by move/mulgI=> g1; rewrite -g1 eqxx in ne_g1.
Qed.

(* The action is by translation: (g.f)(h) = f(h g).                           *)
Lemma regular_col g (x : 'cV_#|G|) h : g \in G -> h \in G ->
  (aG g *m x) (gring_index G h) 0 = x (gring_index G (h * g)%g) 0.
Proof.
move=> Gg Gh.
have -> : (aG g *m x) (gring_index G h) 0 = (row (gring_index G h) (aG g *m x)) 0 0.
  by rewrite [RHS]mxE.
by rewrite row_mul rowK -rowE mxE gring_indexK.
Qed.

Lemma trace_averaging_regular a : \tr (averaging_mx aG a) = #|G|%:R * a 1%g.
Proof.
rewrite raddf_sum (bigD1 1%g) //= big1 ?addr0 => [|g /andP[Gg /negPf ne_g1]].
  by rewrite linearZ /= trace_regular // eqxx mulrC.
by rewrite linearZ /= trace_regular // ne_g1 mulr0.
Qed.

End Convolution.

Section Intertwine.

Variables (F : fieldType) (gT : finGroupType) (G : {group gT}) (n1 n2 : nat).
Variables (r1 : mx_representation F G n1) (r2 : mx_representation F G n2).

Definition intertwines (T : 'M[F]_(n2, n1)) :=
  {in G, forall g, T *m r1 g = r2 g *m T}.

Lemma intertwines_averaging T w : intertwines T ->
  T *m averaging_mx r1 w = averaging_mx r2 w *m T.
Proof.
move=> hT; rewrite mulmx_sumr mulmx_suml; apply: eq_bigr => g Gg.
by rewrite -scalemxAr -scalemxAl hT.
Qed.

Lemma intertwines_reynolds T : intertwines T ->
  T *m reynolds_mx r1 = reynolds_mx r2 *m T.
Proof. by move=> hT; rewrite !reynolds_averaging intertwines_averaging. Qed.

End Intertwine.

Section Regular.

Variables (R : realFieldType) (gT : finGroupType) (G : {group gT}).
Implicit Types (w : gT -> R) (eps : R).

Local Notation aG := (regular_repr R G).

(* A representation whose vectors are measured by their images T k f in others *)
(* is as good as the others; in particular a direct sum of orthogonal ones.   *)
Theorem weak_components n (rG : mx_representation R G n) (K : finType)
    (m : K -> nat) (r : forall k, mx_representation R G (m k))
    (T : forall k, 'M[R]_(m k, n)) (C : R) w eps :
    orthogonal rG -> (forall k, orthogonal (r k)) -> 0 < C ->
    (forall k, intertwines rG (r k) (T k)) ->
    (forall f : 'cV_n, \sum_k sqnorm (T k *m f) = C * sqnorm f) ->
    averaging_scheme G w -> (forall k, weak (r k) w eps) -> weak rG w eps.
Proof.
move=> orthoG ortho_r C_gt0 hT sumT sch_w wk; apply/(weak_error orthoG sch_w) => f.
rewrite -(ler_pmul2l C_gt0) mulrCA -!sumT mulr_sumr; apply: ler_sum => k _.
have := iffLR (weak_error (ortho_r k) sch_w eps) (wk k) (T k *m f).
rewrite mulmxBr !mulmxA -(intertwines_reynolds (hT k)) /error_mx mulmxBl mulmxBr.
by rewrite -(intertwines_reynolds (hT k)) -(intertwines_averaging _ (hT k)).
Qed.

Lemma regular_orthogonal : orthogonal aG.
Proof.
move=> g Gg; apply: mulmx1C; apply/matrixP=> i j.
rewrite [LHS]mxE (bigD1 (gring_index G (enum_val i * g))) //= big1 => [|k ne_k].
  rewrite !mxE !eqxx addr0 mul1r (inj_in_eq (can_in_inj (@gring_indexK _ G))) ?groupM ?enum_valP //.
  by rewrite (inj_eq (mulIg g)) (inj_eq enum_val_inj).
by rewrite !mxE eqxx (negPf ne_k) mul0r.
Qed.

Section Transfer.

Variables (n : nat) (rG : mx_representation R G n).
Hypothesis orthoG : orthogonal rG.

(* The k-th matrix coefficients f |-> (g |-> the k-th coordinate of g.f).     *)
Definition coefficient_mx (k : 'I_n) : 'M[R]_(#|G|, n) :=
  \matrix_i row k (rG (enum_val i)).

Lemma coefficient_intertwines k : intertwines rG aG (coefficient_mx k).
Proof.
move=> g Gg; apply/row_matrixP=> i; rewrite !row_mul !rowK -rowE rowK.
by rewrite gring_indexK ?groupM ?enum_valP // repr_mxM ?enum_valP // row_mul.
Qed.

Lemma sqnorm_coefficients m (f : 'M_(n, m)) :
  \sum_k sqnorm (coefficient_mx k *m f) = #|G|%:R * sqnorm f.
Proof.
rewrite exchange_big /= mulr_natl -[in RHS](card_ord #|G|) -sumr_const.
apply: eq_big => // i _; rewrite -(sqnorm_orthogonal orthoG _ (enum_valP i)).
apply: eq_bigr => k _; apply: eq_bigr => j _; congr (_ ^+ 2).
by rewrite !mxE; apply: eq_bigr => l _; rewrite !mxE.
Qed.

(* A scheme that is good on the regular representation is good everywhere.    *)
Theorem weak_regular w eps : averaging_scheme G w -> weak aG w eps -> weak rG w eps.
Proof.
move=> sch_w wk; apply: (@weak_components _ _ [finType of 'I_n] (fun=> #|G|)
  (fun=> aG) coefficient_mx #|G|%:R) => // [k||k|f].
- exact: regular_orthogonal.
- exact: order_gt0.
- exact: coefficient_intertwines.
- exact: sqnorm_coefficients.
Qed.

End Transfer.

End Regular.
