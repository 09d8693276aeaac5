(** * The main results in bare terms                                          *)
(*                                                                            *)
(* Nothing here uses a definition of this project: only finite groups, sums,  *)
(* matrices, permutations and polynomials of the Mathematical Components      *)
(* library and its multinomials. In {mpoly R[n]}, a polynomial p has degree   *)
(* at most k when msize p <= k.+1, and msym s p is p with its variables       *)
(* permuted by s.                                                             *)

From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From mathcomp Require Import all_solvable all_field all_character.
From SsrMultinomials Require Import mpoly.
From Reynolds Require Import averaging freeOrbit annihilator headline.
From Reynolds Require Import spectral regular moments welch.
From Reynolds Require Import orbit pairing generation irreducibles signedPermutations.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

(* Weights on the permutations whose average makes every polynomial of degree *)
(* at most n (n - 1) / 2 symmetric are all 1 / n!.                            *)
Theorem bare_symmetric_attained (R : fieldType) (n : nat) (w : 'S_n -> R) :
    \sum_s w s = 1 ->
    (forall p : {mpoly R[n]}, (msize p <= (n * n.-1)./2.+1)%N ->
       forall t, msym t (\sum_s w s *: msym s p) = \sum_s w s *: msym s p) ->
  forall s, w s = (n`!)%:R^-1.
Proof.
move=> sum_w sym_w; apply: symmetric_only_uniform => // p.
by rewrite bin2 => le_p; apply/issymP; apply: sym_w.
Qed.

(* Below that degree, the sum over the even permutations is symmetric.        *)
Theorem bare_symmetric_missed (R : fieldType) (n : nat) (p : {mpoly R[n]}) :
    (msize p <= (n * n.-1)./2)%N ->
  forall t, msym t (\sum_(s | ~~ odd_perm s) msym s p)
            = \sum_(s | ~~ odd_perm s) msym s p.
Proof.
by rewrite -bin2 => /even_sum_symmetric/issymP.
Qed.

(* The translates of v under a linear action of a finite group are linearly   *)
(* independent, and the weighted average of v is invariant: then all weights  *)
(* are 1/|G|.                                                                 *)
Theorem bare_free_orbit (F : fieldType) (gT : finGroupType) (V : lmodType F)
    (act : gT -> V -> V) (v : V) (w : gT -> F) :
    (forall g, linear (act g)) ->
    (forall g h x, act (g * h)%g x = act g (act h x)) ->
    (forall c : gT -> F, \sum_g c g *: act g v = 0 -> forall g, c g = 0) ->
    \sum_g w g = 1 ->
    (forall h, act h (\sum_g w g *: act g v) = \sum_g w g *: act g v) ->
  forall g, w g = (#|gT|%:R)^-1.
Proof.
move=> lin_act actM free_v sum_w inv_w.
have w_c: {in [set: gT], forall g, w g = w 1%g}.
  apply: (@independent_constant _ _ [set: gT]%G _ (fun g => act g v)) => [c|h _].
    by rewrite big_setT => /free_v c0 g _; apply: c0.
  rewrite !big_setT -[in RHS](inv_w h); have lin_h := lin_act h.
  pose f := Linear lin_h; rewrite -[act h]/(f : V -> V) linear_sum.
  by apply: eq_bigr => g _; rewrite linearZ /= actM.
have sch_w: averaging_scheme [set: gT] w by rewrite averaging_schemeT sum_w.
have [_ w1 _] := constant_scheme sch_w w_c.
by move=> g; rewrite w_c ?inE // w1 cardsT.
Qed.

(* Matrices rho j g multiply as the elements of a finite group do, and a      *)
(* combination of their traces vanishes at every element but 1: if the        *)
(* weighted average is invariant for every j, all weights are 1/|G|.          *)
Theorem bare_annihilator (F : fieldType) (gT : finGroupType) (k : nat)
    (n : 'I_k -> nat) (rho : forall j, gT -> 'M[F]_(n j)) (a : 'I_k -> F)
    (w : gT -> F) :
    (forall j, rho j 1%g = 1%:M) ->
    (forall j g h, rho j (g * h)%g = rho j g *m rho j h) ->
    (forall g, g != 1%g -> \sum_j a j * \tr (rho j g) = 0) ->
    \sum_j a j * \tr (rho j 1%g) != 0 ->
    \sum_g w g = 1 ->
    (forall j h, rho j h *m (\sum_g w g *: rho j g) = \sum_g w g *: rho j g) ->
  forall g, w g = (#|gT|%:R)^-1.
Proof.
move=> rho1 rhoM ann0 ann1 sum_w inv_w.
have rho_repr j : mx_repr [set: gT] (rho j) by split=> // g h _ _; apply: rhoM.
pose r j : mx_representation F [set: gT]%G _ := MxRepresentation (rho_repr j).
have sch_w: averaging_scheme [set: gT] w by rewrite averaging_schemeT sum_w.
have ann : annihilator r a.
  move=> g _ /=; have [-> | /ann0->] := eqVneq g 1%g; last by rewrite eqxx.
  exact: negbTE.
have ex j : exact (r j) w.
  by apply/exactP=> h _; rewrite /averaging_mx big_setT; apply: inv_w.
by move=> g; rewrite (annihilator_uniform ann sch_w ex) ?inE // cardsT.
Qed.

Lemma scheme_supportT (F : fieldType) (gT : finGroupType) (w : gT -> F) :
  scheme_support [set: gT] w = [set g | w g != 0].
Proof. by apply/setP=> g; rewrite !inE. Qed.

Local Notation sq u := (\sum_i u i 0 ^+ 2).

Lemma sqnorm_col (R : realFieldType) n (f : 'cV[R]_n) : sqnorm f = sq f.
Proof. by apply: eq_bigr => i _; rewrite big_ord1. Qed.

(* Orthogonal matrices rho g multiply as the elements of a finite group do, E *)
(* is a weighted average of them and P is their plain average. If             *)
(* eps + P - E^T E is L D L^T with D diagonal and nonnegative, then E f is,   *)
(* for every f, symmetric to within eps on average, and to within 2 eps for   *)
(* each element of the group.                                                 *)
Theorem bare_gram (R : realFieldType) (gT : finGroupType) (n : nat)
    (rho : gT -> 'M[R]_n) (w : gT -> R) (eps : R) (L : 'M_n) (d : 'rV_n) :
    (forall g h, rho (g * h)%g = rho g *m rho h) ->
    (forall g, (rho g)^T *m rho g = 1%:M) ->
    \sum_g w g = 1 ->
  let E := \sum_g w g *: rho g in let P := #|gT|%:R^-1 *: \sum_g rho g in
  let mean_square f := #|gT|%:R^-1 * \sum_g sq (f - rho g *m f) in
    eps%:M + P - E^T *m E = L *m diag_mx d *m L^T ->
    (forall i, 0 <= d 0 i) ->
  forall f : 'cV_n,
    mean_square (E *m f) <= eps * mean_square f
    /\ (forall h, sq (E *m f - rho h *m (E *m f)) <= eps *+ 2 * mean_square f).
Proof.
move=> rhoM rhoO sum_w E P mean_square ldl d_ge0 f.
have rho1 : rho 1%g = 1%:M.
  by rewrite -[LHS]mul1mx -{1}(rhoO 1%g) -mulmxA -rhoM mulg1 rhoO.
have rho_repr : mx_repr [set: gT] rho by split=> // g h _ _; apply: rhoM.
pose r : mx_representation R [set: gT]%G _ := MxRepresentation rho_repr.
have sch_w: averaging_scheme [set: gT] w by rewrite averaging_schemeT sum_w.
have defE : averaging_mx r w = E by rewrite /averaging_mx big_setT.
have defP : reynolds_mx r = P by rewrite /reynolds_mx big_setT cardsT.
have defA u : asymmetry r u = mean_square u.
  rewrite /asymmetry big_setT cardsT; congr (_ * _).
  by apply: eq_bigr => g _; rewrite sqnorm_col.
have orthoG : orthogonal r by move=> g _; apply: rhoO.
have wk : weak r w eps.
  by apply: gram_weak => //; rewrite defE defP; apply: psd_ldl ldl d_ge0.
split=> [|h]; first by rewrite -!defA -defE; apply: wk.
by rewrite -defA -defE -sqnorm_col (strong_of_weak orthoG wk f (in_setT h)).
Qed.

Lemma weak_functions (R : realFieldType) (gT : finGroupType) (w : gT -> R) (eps : R) :
    \sum_g w g = 1 ->
    (forall f : gT -> R, let mean := (\sum_x f x) / #|gT|%:R in
       \sum_x (\sum_g w g * f (x * g)%g - mean) ^+ 2
       <= eps * \sum_x (f x - mean) ^+ 2) ->
  averaging_scheme [set: gT] w /\ weak (regular_repr R [set: gT]%G) w eps.
Proof.
move=> sum_w close; pose G := [set: gT]%G; pose aG := regular_repr R G.
have sch_w: averaging_scheme G w by rewrite averaging_schemeT sum_w.
have ortho := @regular_orthogonal R _ G.
have sumG (x : 'cV[R]_#|G|) : sqnorm x = \sum_h x (gring_index G h) 0 ^+ 2.
  rewrite sqnorm_col (reindex (gring_index G)).
    by apply: eq_bigr.
  exists enum_val => [h _ | i _]; [exact: gring_indexK (in_setT h) | exact: gring_valK].
split=> //; apply/(weak_error ortho sch_w) => x; pose f h := x (gring_index G h) 0.
have E_f v h : (averaging_mx aG v *m x) (gring_index G h) 0 = \sum_g v g * f (h * g)%g.
  rewrite mulmx_suml summxE big_setT; apply: eq_bigr => g _.
  by rewrite -scalemxAl mxE regular_col ?in_setT.
have P_f h : (reynolds_mx aG *m x) (gring_index G h) 0 = (\sum_g f g) / #|gT|%:R.
  rewrite reynolds_averaging E_f mulr_suml [RHS](reindex_inj (mulgI h)) /=.
  by apply: eq_bigr => g _; rewrite /uniform_scheme in_setT cardsT mul1r mulrC.
have := close f; rewrite !sumG /=; congr (_ <= _ * _); apply: eq_bigr => h _.
  by congr (_ ^+ 2); rewrite mulmxBl [RHS]mxE E_f [X in _ = _ + X]mxE P_f.
by congr (_ ^+ 2); rewrite [RHS]mxE [X in _ = _ + X]mxE P_f.
Qed.

(* Weights on a finite group that bring every function f on the group within  *)
(* eps of its mean, in the sense of squares, are nonzero at no fewer than     *)
(* |G| / (1 + eps (|G| - 1)) elements. Weights may be negative.               *)
Theorem bare_welch (R : realFieldType) (gT : finGroupType) (w : gT -> R) (eps : R) :
    \sum_g w g = 1 ->
    (forall f : gT -> R, let mean := (\sum_x f x) / #|gT|%:R in
       \sum_x (\sum_g w g * f (x * g)%g - mean) ^+ 2
       <= eps * \sum_x (f x - mean) ^+ 2) ->
  #|gT|%:R <= #|[set g | w g != 0]|%:R * (1 + eps * (#|gT|%:R - 1)).
Proof.
move=> sum_w /(weak_functions sum_w)[sch_w /(welch_regular sch_w)].
by rewrite cardsT /scheme_size scheme_supportT.
Qed.

(* If eps < 1, the quotients of the elements with nonzero weight generate the *)
(* group.                                                                     *)
Theorem bare_generation (R : realFieldType) (gT : finGroupType) (w : gT -> R)
    (eps : R) (s : gT) :
    \sum_g w g = 1 -> eps < 1 ->
    (forall f : gT -> R, let mean := (\sum_x f x) / #|gT|%:R in
       \sum_x (\sum_g w g * f (x * g)%g - mean) ^+ 2
       <= eps * \sum_x (f x - mean) ^+ 2) ->
    w s != 0 ->
  <<[set (s^-1 * t)%g | t in [set t | w t != 0]]>> = [set: gT].
Proof.
move=> sum_w eps_lt1 /(weak_functions sum_w)[sch_w wk] nz_ws.
rewrite -scheme_supportT; apply: (weak_generates sch_w eps_lt1 wk).
by rewrite scheme_supportT inE.
Qed.

(* Matrices rho g multiply as the elements of a finite group do; the vectors  *)
(* rho g f are N linearly independent ones. Weights whose average makes f     *)
(* invariant are nonzero at no fewer than N elements.                         *)
Theorem bare_orbit (F : fieldType) (gT : finGroupType) (n N : nat)
    (rho : gT -> 'M[F]_n) (f : 'cV_n) (B : 'M_(n, N)) (p : gT -> 'I_N) (w : gT -> F) :
    rho 1%g = 1%:M ->
    (forall g h, rho (g * h)%g = rho g *m rho h) ->
    \rank B = N ->
    (forall g, rho g *m f = col (p g) B) ->
    (forall i, exists g, p g = i) ->
    \sum_g w g = 1 ->
    (forall h, rho h *m (\sum_g w g *: rho g) = \sum_g w g *: rho g) ->
  (N <= #|[set g | w g != 0%R]|)%N.
Proof.
move=> rho1 rhoM rkB trans onto sum_w ex_w.
have rho_repr : mx_repr [set: gT] rho by split=> // g h _ _; apply: rhoM.
pose r : mx_representation F [set: gT]%G _ := MxRepresentation rho_repr.
have sch_w: averaging_scheme [set: gT] w by rewrite averaging_schemeT sum_w.
rewrite -scheme_supportT; apply: (@orbit_size _ _ _ _ _ r f B p) => //.
  split=> [|g _|i]; [by rewrite /row_free mxrank_tr rkB | exact: trans |].
  by have [g <-] := onto i; exists g; rewrite ?in_setT.
by apply/exactP=> h _; rewrite /averaging_mx big_setT; apply: ex_w.
Qed.

(* Orthogonal matrices: the average is invariant if and only if an equation   *)
(* between traces holds.                                                      *)
Theorem bare_exact_traces (R : realFieldType) (gT : finGroupType) (n : nat)
    (rho : gT -> 'M[R]_n) (w : gT -> R) :
    (forall g h, rho (g * h)%g = rho g *m rho h) ->
    (forall g, (rho g)^T *m rho g = 1%:M) ->
    \sum_g w g = 1 ->
  (forall h, rho h *m (\sum_g w g *: rho g) = \sum_g w g *: rho g)
  <-> \sum_s \sum_t w s * w t * \tr (rho (s^-1 * t)%g)
      = #|gT|%:R^-1 * \sum_g \tr (rho g).
Proof.
move=> rhoM rhoO sum_w.
have rho1 : rho 1%g = 1%:M.
  by rewrite -[LHS]mul1mx -{1}(rhoO 1%g) -mulmxA -rhoM mulg1 rhoO.
have rho_repr : mx_repr [set: gT] rho by split=> // g h _ _; apply: rhoM.
pose r : mx_representation R [set: gT]%G _ := MxRepresentation rho_repr.
have sch_w: averaging_scheme [set: gT] w by rewrite averaging_schemeT sum_w.
have orthoG : orthogonal r by move=> g _; apply: rhoO.
have := exact_pairing sch_w orthoG; rewrite /pairing /invariants !big_setT cardsT.
under eq_bigr do rewrite big_setT.
move=> [ex_tr tr_ex]; split=> [ex_w | /tr_ex/exactP ex_w h].
  by apply: ex_tr; apply/exactP=> h _; rewrite /averaging_mx big_setT; apply: ex_w.
by have := ex_w h (in_setT h); rewrite /averaging_mx big_setT.
Qed.

(* Over the algebraic numbers: every irreducible character of the group       *)
(* occurs in rho, and the weighted average is invariant: all weights are      *)
(* 1/|G|.                                                                     *)
Theorem bare_irreducibles (gT : finGroupType) (n : nat)
    (rho : gT -> 'M[algC]_n) (w : gT -> algC) :
    rho 1%g = 1%:M ->
    (forall g h, rho (g * h)%g = rho g *m rho h) ->
    (forall i : Iirr [set: gT]%G, i != 0 ->
       \sum_g \tr (rho g) * ('chi_i g)^* != 0) ->
    \sum_g w g = 1 ->
    (forall h, rho h *m (\sum_g w g *: rho g) = \sum_g w g *: rho g) ->
  forall g, w g = (#|gT|%:R)^-1.
Proof.
move=> rho1 rhoM occ sum_w ex_w g.
have rho_repr : mx_repr [set: gT] rho by split=> // x y _ _; apply: rhoM.
pose r : mx_representation _ [set: gT]%G _ := MxRepresentation rho_repr.
have sch_w: averaging_scheme [set: gT] w by rewrite averaging_schemeT sum_w.
rewrite -cardsT; apply: (only_uniform_irreducibles r).2 (in_setT g) => // [i nz_i |].
  rewrite irr_consttE cfdotE mulf_neq0 ?invr_eq0 ?neq0CG // big_setT.
  apply: contraNneq (occ i nz_i) => sum0; apply/eqP; rewrite -[RHS]sum0.
  by apply: eq_bigr => x _; rewrite cfunE in_setT mulr1n.
by apply/exactP=> h _; rewrite /averaging_mx big_setT; apply: ex_w.
Qed.

(* The signed permutations of n variables: x.1 says which variables change    *)
(* sign, x.2 permutes them. All of the 2^n n! are needed for the polynomials  *)
(* of degree at most k if and only if k is at least n^2.                      *)
Theorem bare_hyperoctahedral (R : fieldType) (n k : nat) :
    (2 ^ n * n`!)%:R != 0 :> R ->
  let act (x : {ffun 'I_n -> bool} * 'S_n) (p : {mpoly R[n]}) :=
    msym x.2 (p \mPo [tuple (-1) ^+ x.1 i *: 'X_i | i < n]) in
  (forall w, \sum_x w x = 1 ->
     (forall p, (msize p <= k.+1)%N -> forall y,
        act y (\sum_x w x *: act x p) = \sum_x w x *: act x p) ->
     #|[set x | w x != 0]| = (2 ^ n * n`!)%N)
  <-> (n ^ 2 <= k)%N.
Proof.
move=> nzG act; rewrite -(hyperoctahedral_threshold nzG); split=> all_w w.
  move=> sch_w ex_w; rewrite /scheme_size scheme_supportT; apply: all_w.
    by move: sch_w; rewrite averaging_schemeT => /eqP.
  move=> p le_p y; have := ex_w p le_p y (in_setT y).
  by rewrite /signed_average big_setT.
move=> sum_w ex_w; have := all_w w; rewrite averaging_schemeT /scheme_size scheme_supportT.
apply; first exact/eqP.
by move=> p le_p y _; rewrite /signed_average big_setT; apply: ex_w.
Qed.
