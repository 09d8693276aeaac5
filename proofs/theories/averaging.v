(** * Averaging schemes (MATHEMATICS.md, sections 1 and 2.1, 2.2)             *)
(*                                                                            *)
(* A finite group G acts on a space of functions by matrices: rG is a matrix  *)
(* representation of G over a field F, of any characteristic. A function is a *)
(* column vector f, and g.f = rG g *m f; this is a left action.               *)
(*                                                                            *)
(*     averaging_scheme G w == the weights w : gT -> F add up to 1 over G     *)
(*       scheme_support G w == the elements of G whose weight is not 0        *)
(*          scheme_size G w == the size of w, the number of these elements    *)
(*         uniform_scheme H == the weights 1/|H| on H, and 0 elsewhere        *)
(*        averaging_mx rG w == E_w, the sum over g in G of w g *: rG g        *)
(*                 exact rG w == rG h *m E_w = E_w for every h in G           *)
(*           reynolds_mx rG == P, the sum over g in G of rG g divided by |G|  *)
(*         only_uniform rG == every exact averaging scheme has w g = 1/|G| on *)
(*                            all of G, that is AC_ex(F) = |G| for signed     *)
(*                            weights: see only_uniform_size                  *)
(* Weights are signed: nothing asks them to be nonnegative. Lower bounds for  *)
(* signed weights hold a fortiori for probabilities.                          *)

From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From mathcomp Require Import all_solvable all_field all_character.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope GRing.Theory.
Local Open Scope ring_scope.

Lemma big_setT (V : zmodType) (T : finType) (A : T -> V) :
  \sum_(g in [set: T]) A g = \sum_g A g.
Proof. by apply: eq_bigl => g; rewrite inE. Qed.

Section Weights.

Variables (F : fieldType) (gT : finGroupType).
Implicit Types (A B : {set gT}) (w : gT -> F).

Definition averaging_scheme A w := \sum_(g in A) w g == 1.

Definition scheme_support A w := [set g in A | w g != 0].

Definition scheme_size A w := #|scheme_support A w|.

Definition uniform_scheme A : gT -> F := fun g => (g \in A)%:R / #|A|%:R.

Lemma scheme_size_le A w : (scheme_size A w <= #|A|)%N.
Proof. by apply/subset_leq_card/subsetP=> g; rewrite inE => /andP[]. Qed.

Lemma scheme_size_constant A w c :
  c != 0 -> {in A, forall g, w g = c} -> scheme_size A w = #|A|.
Proof.
move=> nz_c w_c; congr #|pred_of_set _|; apply/setP=> g; rewrite inE.
by case: (boolP (g \in A)) => //= /w_c ->.
Qed.

Lemma averaging_schemeT w : averaging_scheme [set: gT] w = (\sum_g w g == 1).
Proof. by rewrite /averaging_scheme big_setT. Qed.

Lemma uniform_scheme_sum A : #|A|%:R != 0 :> F ->
  averaging_scheme A (uniform_scheme A).
Proof.
move=> nzA; rewrite /averaging_scheme.
rewrite (eq_bigr (fun _ => #|A|%:R^-1)) => [|g Ag].
  by rewrite sumr_const -[_ *+ _]mulr_natr mulVf.
by rewrite /uniform_scheme Ag mul1r.
Qed.

Lemma uniform_scheme_sub A B : A \subset B -> #|A|%:R != 0 :> F ->
  averaging_scheme B (uniform_scheme A).
Proof.
move=> sAB nzA; have /eqP sumA := uniform_scheme_sum nzA.
apply/eqP; rewrite -[RHS]sumA [LHS](bigID (mem A)) /= [X in _ + X]big1 ?addr0.
  by apply: eq_bigl => g; rewrite andb_idl // => /(subsetP sAB).
by move=> g /andP[_ /negPf notAg]; rewrite /uniform_scheme notAg mul0r.
Qed.

Lemma uniform_scheme_size A B : A \subset B -> #|A|%:R != 0 :> F ->
  scheme_size B (uniform_scheme A) = #|A|.
Proof.
move=> sAB nzA; congr #|pred_of_set _|; apply/setP=> g; rewrite inE.
rewrite /uniform_scheme; have [Ag|] := boolP (g \in A); last first.
  by rewrite mul0r eqxx andbF.
by rewrite (subsetP sAB) //= mul1r invr_eq0.
Qed.

(* Constant weights of sum 1 are 1/|A|, and |A| is then not zero in F.        *)
Lemma constant_scheme A w c : averaging_scheme A w ->
    {in A, forall g, w g = c} ->
  [/\ #|A|%:R != 0 :> F, c = #|A|%:R^-1 & scheme_size A w = #|A|].
Proof.
move=> /eqP sum_w w_c; move: (sum_w).
rewrite (eq_bigr (fun=> c)) // sumr_const -[_ *+ _]mulr_natr => cA1.
have nzA: #|A|%:R != 0 :> F.
  by apply: contra_eq_neq cA1 => ->; rewrite mulr0 eq_sym oner_eq0.
have nzc: c != 0 by apply: contra_eq_neq cA1 => ->; rewrite mul0r eq_sym oner_eq0.
split=> //; first by rewrite -[LHS](mulfK nzA) cA1 div1r.
exact: scheme_size_constant w_c.
Qed.

End Weights.

Arguments uniform_scheme {F gT} A g.

Section Averaging.

Variables (F : fieldType) (gT : finGroupType) (G : {group gT}) (n : nat).
Variable rG : mx_representation F G n.
Implicit Types (w : gT -> F) (H : {group gT}).

Definition averaging_mx w := \sum_(g in G) w g *: rG g.

Definition exact w := [forall h in G, rG h *m averaging_mx w == averaging_mx w].

Definition reynolds_mx := #|G|%:R^-1 *: \sum_(g in G) rG g.

Definition only_uniform := forall w, averaging_scheme G w -> exact w ->
  {in G, forall g, w g = #|G|%:R^-1}.

Lemma exactP w :
  reflect {in G, forall h, rG h *m averaging_mx w = averaging_mx w} (exact w).
Proof. by apply: (iffP forall_inP) => ex_w h /ex_w/eqP. Qed.

(* Exactness says that the average of every function is invariant.            *)
Lemma exact_invariantP w :
  exact w <->
  {in G, forall h, forall f : 'cV_n,
     rG h *m (averaging_mx w *m f) = averaging_mx w *m f}.
Proof.
split=> [/exactP ex_w h Gh f | inv_w]; first by rewrite mulmxA ex_w.
apply/exactP=> h Gh; apply/trmx_inj/row_matrixP=> i.
rewrite -!tr_col; congr (_^T); rewrite !colE -mulmxA; exact: inv_w.
Qed.

Lemma mul_averaging_mx m (f : 'M_(n, m)) w :
  averaging_mx w *m f = \sum_(g in G) w g *: (rG g *m f).
Proof. by rewrite mulmx_suml; apply: eq_bigr => g _; rewrite scalemxAl. Qed.

(* An averaging scheme fixes the invariant functions.                         *)
Lemma averaging_mx_fix m (f : 'M_(n, m)) w :
    averaging_scheme G w -> {in G, forall g, rG g *m f = f} ->
  averaging_mx w *m f = f.
Proof.
move=> /eqP sum_w fix_f; rewrite mul_averaging_mx.
under eq_bigr => g Gg do rewrite fix_f //.
by rewrite -scaler_suml sum_w scale1r.
Qed.

Lemma averaging_mxMl w h : h \in G ->
  rG h *m averaging_mx w = \sum_(g in G) w (h^-1 * g)%g *: rG g.
Proof.
move=> Gh; rewrite mulmx_sumr [RHS](reindex_inj (mulgI h)) /=.
apply: eq_big => g; first by rewrite groupMl.
by move=> Gg; rewrite -scalemxAr repr_mxM // mulKg.
Qed.

Lemma averaging_mxMr w h : h \in G ->
  averaging_mx w *m rG h = \sum_(g in G) w (g * h^-1)%g *: rG g.
Proof.
move=> Gh; rewrite mulmx_suml [RHS](reindex_inj (mulIg h)) /=.
apply: eq_big => g; first by rewrite groupMr.
by move=> Gg; rewrite -scalemxAl repr_mxM // mulgK.
Qed.

Lemma reynolds_averaging : reynolds_mx = averaging_mx (uniform_scheme G).
Proof.
rewrite /reynolds_mx scaler_sumr; apply: eq_bigr => g Gg.
by rewrite /uniform_scheme Gg mul1r.
Qed.

Lemma reynolds_mxMl h : h \in G -> rG h *m reynolds_mx = reynolds_mx.
Proof.
move=> Gh; rewrite reynolds_averaging averaging_mxMl //.
by apply: eq_bigr => g Gg; rewrite /uniform_scheme groupMl ?groupV.
Qed.

Lemma reynolds_mxMr h : h \in G -> reynolds_mx *m rG h = reynolds_mx.
Proof.
move=> Gh; rewrite reynolds_averaging averaging_mxMr //.
by apply: eq_bigr => g Gg; rewrite /uniform_scheme groupMr ?groupV.
Qed.

Lemma reynolds_mxMaveraging w : averaging_scheme G w ->
  reynolds_mx *m averaging_mx w = reynolds_mx.
Proof.
move=> /eqP sum_w; rewrite mulmx_sumr -[RHS]scale1r -sum_w scaler_suml.
by apply: eq_bigr => g Gg; rewrite -scalemxAr reynolds_mxMr.
Qed.

Lemma averaging_mxMreynolds w : averaging_scheme G w ->
  averaging_mx w *m reynolds_mx = reynolds_mx.
Proof. by move=> /averaging_mx_fix-> // g Gg; rewrite reynolds_mxMl. Qed.

Section Invertible.

Hypothesis nzG : #|G|%:R != 0 :> F.

Lemma reynolds_exact : exact (uniform_scheme G).
Proof.
by apply/exactP=> h Gh; rewrite -reynolds_averaging reynolds_mxMl.
Qed.

(* P is a projection, onto the invariant functions.                           *)
Lemma reynolds_mx_id : reynolds_mx *m reynolds_mx = reynolds_mx.
Proof.
rewrite {2}reynolds_averaging; apply: reynolds_mxMaveraging.
exact: uniform_scheme_sum.
Qed.

Lemma reynolds_mx_fixP m (f : 'M_(n, m)) :
  {in G, forall g, rG g *m f = f} <-> reynolds_mx *m f = f.
Proof.
split=> [fix_f | <- g Gg]; last by rewrite mulmxA reynolds_mxMl.
by rewrite reynolds_averaging averaging_mx_fix // uniform_scheme_sum.
Qed.

(* Exact means E_w = P.                                                       *)
Theorem exact_reynolds w : averaging_scheme G w ->
  exact w <-> averaging_mx w = reynolds_mx.
Proof.
move=> sch_w; split=> [/exactP ex_w | eqP_w].
  rewrite -(reynolds_mxMaveraging sch_w) /reynolds_mx -scalemxAl mulmx_suml.
  rewrite (eq_bigr (fun=> averaging_mx w)) // sumr_const -scaler_nat scalerA.
  by rewrite mulVf // scale1r.
by apply/exactP=> h Gh; rewrite eqP_w reynolds_mxMl.
Qed.

(* So AC_ex(F) <= |G|, always.                                                *)
Theorem uniform_exact :
  [/\ averaging_scheme G (uniform_scheme G : gT -> F),
      exact (uniform_scheme G)
    & scheme_size G (uniform_scheme G : gT -> F) = #|G|].
Proof.
by rewrite uniform_scheme_size // uniform_scheme_sum // reynolds_exact.
Qed.

End Invertible.

(* Evidence *subgroup*: a subgroup with no more invariants than G.            *)
Theorem subgroup_exact H : H \subset G -> #|H|%:R != 0 :> F ->
    (forall f : 'cV_n, {in H, forall h, rG h *m f = f} ->
       {in G, forall g, rG g *m f = f}) ->
  [/\ averaging_scheme G (uniform_scheme H : gT -> F),
      exact (uniform_scheme H)
    & scheme_size G (uniform_scheme H : gT -> F) = #|H|].
Proof.
move=> sHG nzH invHG; split; [exact: uniform_scheme_sub | | exact: uniform_scheme_size].
apply/exact_invariantP=> g Gg f; apply: invHG => // h Hh {g Gg}.
have Gh := subsetP sHG h Hh; rewrite mulmxA averaging_mxMl //; congr (_ *m f).
by apply: eq_bigr => g Gg; rewrite /uniform_scheme groupMl ?groupV.
Qed.

(* If only the uniform weights are exact, every exact scheme has size |G|.    *)
Theorem only_uniform_size w : only_uniform ->
  averaging_scheme G w -> exact w -> scheme_size G w = #|G|.
Proof.
move=> uni sch_w ex_w; have w_c := uni w sch_w ex_w.
by have [] := constant_scheme sch_w w_c.
Qed.

(* It is enough that exact schemes are constant.                              *)
Lemma only_uniform_constant :
    (forall w, averaging_scheme G w -> exact w ->
       {in G, forall g, w g = w 1%g}) ->
  only_uniform.
Proof.
move=> const w sch_w ex_w g Gg; have w_c := const w sch_w ex_w.
by rewrite w_c //; have [_ -> _] := constant_scheme sch_w w_c.
Qed.

End Averaging.
