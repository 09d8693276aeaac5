(** * Irreducibles (MATHEMATICS.md, 2.1, 2.2; 2.5: lower bounds)              *)
(*    Evidence multiplicities, rank, linear-programme                         *)
(*                                                                            *)
(* Representations over algC, the algebraic numbers, and the irreducible      *)
(* characters 'chi_i of G with their representations 'Chi_i, i : Iirr G, of   *)
(* the library; 'chi_0 is the trivial one, and                                *)
(*         i \in irr_constt (cfRepr rG)                                       *)
(* says that 'chi_i occurs in rG. The Fourier transform of weights w at i is  *)
(* averaging_mx 'Chi_i w.                                                     *)
(*                                                                            *)
(*            idem i == the weights g |-> 'chi_i 1 / |G| * 'chi_i g^-1 of the *)
(*                      central idempotent of 'chi_i                          *)
(*       shifts i a x == the sum over t in G of a t * 'chi_i (x^-1 * t)       *)
(*        energy i a == the sum over s, t in G of                             *)
(*                      (a s)^* * a t * 'chi_i (s^-1 * t)                     *)
(* irr_combination c == the class function, the real part of the sum over i   *)
(*                      of c i * 'chi_i                                       *)
(*         hsqnorm A == the sum of the squared moduli of the entries of A     *)
(*        unitary rG == the conjugate transpose of rG g (adjmx) is its        *)
(*                      inverse, for every g in G                             *)

From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From mathcomp Require Import all_solvable all_field all_character.
From Reynolds Require Import averaging fullSize regular rank pairing.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Local Notation algCF := [fieldType of algC].

Section Hermitian.

Definition adjmx m n (A : 'M[algC]_(m, n)) : 'M[algC]_(n, m) := map_mx conjC A^T.

Definition hsqnorm m n (A : 'M[algC]_(m, n)) := \sum_i \sum_j `|A i j| ^+ 2.

Lemma adjmxM m n p (A : 'M_(m, n)) (B : 'M_(n, p)) :
  adjmx (A *m B) = adjmx B *m adjmx A.
Proof. by rewrite /adjmx trmx_mul map_mxM. Qed.

Lemma hsqnorm_tr m n (A : 'M_(m, n)) : hsqnorm A = \tr (adjmx A *m A).
Proof.
rewrite /hsqnorm exchange_big; apply: eq_bigr => j _; rewrite mxE.
by apply: eq_bigr => i _; rewrite !mxE normCK mulrC.
Qed.

Lemma hsqnorm_cols m n (A : 'M_(m, n)) :
  hsqnorm A = \sum_j hsqnorm (A *m delta_mx j (0 : 'I_1)).
Proof.
rewrite /hsqnorm exchange_big; apply: eq_bigr => j _; apply: eq_bigr => i _.
by rewrite big_ord1 -colE mxE.
Qed.

End Hermitian.

Section Irreducibles.

Variables (gT : finGroupType) (G : {group gT}).
Implicit Types (a w : gT -> algC) (i j : Iirr G).

Definition idem i : gT -> algC := fun g => 'chi_i 1%g / #|G|%:R * 'chi_i g^-1%g.

Definition shifts i a x := \sum_(t in G) a t * 'chi_i (x^-1 * t)%g.

Definition energy i a :=
  \sum_(s in G) \sum_(t in G) (a s)^* * a t * 'chi_i (s^-1 * t)%g.

Let nzG : #|G|%:R != 0 :> algC := neq0CG G.

Lemma cfun_swap (phi : 'CF(G)) x y : y \in G -> phi (x * y)%g = phi (y * x)%g.
Proof. by move=> Gy; rewrite -(cfunJ phi (y * x)%g Gy) conjgE mulgA mulKg. Qed.

Definition irr_combination (c : Iirr G -> algC) : gT -> algC :=
  fun g => 'Re (\sum_i c i * 'chi_i g).

(* Convolution of two irreducible characters.                                 *)
Lemma chi_conv i j y : y \in G ->
  \sum_(x in G) 'chi_i x^-1%g * 'chi_j (y * x)%g
  = (i == j)%:R * (#|G|%:R * ('chi_j y / 'chi_j 1%g)).
Proof.
move=> Gy; apply: (mulfI (invr_neq0 nzG)).
rewrite [RHS]mulrCA mulKf // eq_sym -generalized_orthogonality_relation.
congr (_ * _); apply: eq_bigr => x Gx; rewrite mulrC; congr (_ * _).
by rewrite cfun_swap.
Qed.

Lemma chi_shift i j s t : s \in G -> t \in G ->
  \sum_(g in G) 'chi_i (s^-1 * g)%g * 'chi_j (g^-1 * t)%g
  = (j == i)%:R * (#|G|%:R * ('chi_i (s^-1 * t)%g / 'chi_i 1%g)).
Proof.
move=> Gs Gt; rewrite -chi_conv ?groupM ?groupV // (reindex_inj (mulgI t)) /=.
apply: eq_big => [g | g _]; first by rewrite groupMl.
by rewrite mulrC invMg mulgKV mulgA.
Qed.

Lemma idem_conv i j g : g \in G ->
  conv G (idem i) (idem j) g = (i == j)%:R * idem i g.
Proof.
move=> Gg; rewrite /conv /idem.
under eq_bigr do rewrite mulrACA invMg invgK.
rewrite -mulr_sumr chi_conv ?groupV //; case: eqP => [<-|_]; last by rewrite !mul0r mulr0.
rewrite !mul1r; move: (divfK nzG ('chi_i 1%g)) (irr1_neq0 i).
move: ('chi_i 1%g) ('chi_i 1%g / #|G|%:R) ('chi_i g^-1%g) => d c x cG nzd.
by rewrite [LHS]mulrA -(mulrA c c) cG -(mulrA c d) (mulrC d) divfK.
Qed.

Lemma idem_sum g : \sum_i idem i g = (g == 1%g)%:R.
Proof.
rewrite /idem; under eq_bigr do rewrite mulrAC.
rewrite -mulr_suml; have := cfRegE G g^-1; rewrite cfReg_sum sum_cfunE => regE.
rewrite (eq_bigr (fun i => ('chi_i 1%g *: 'chi[G]_i) g^-1%g)) => [|i _]; last first.
  by rewrite cfunE.
rewrite regE eq_invg1; case: eqP => _; rewrite ?mul0r // mulr1n; exact: divff.
Qed.

Lemma conv_idem i a g : g \in G ->
  conv G a (idem i) g = 'chi_i 1%g / #|G|%:R * shifts i a g.
Proof.
move=> Gg; rewrite mulr_sumr; apply: eq_bigr => h Gh.
by rewrite mulrCA invMg invgK.
Qed.

Lemma idem1_neq0 i : idem i 1%g != 0.
Proof. by rewrite /idem invg1 !mulf_neq0 ?irr1_neq0 ?invr_eq0. Qed.

Lemma sum_idem i : i != 0 -> \sum_(g in G) idem i g = 0.
Proof.
move=> nz_i; rewrite -mulr_sumr; apply/eqP; rewrite mulf_eq0; apply/orP; right.
have := chi_conv i 0 (group1 G); rewrite (negPf nz_i) mul0r => sum0.
apply/eqP; rewrite -[RHS]sum0; apply: eq_bigr => x Gx.
by rewrite irr0 mul1g cfun1E Gx mulr1.
Qed.

(* A class function of an element that is 0 in an action.                     *)
Lemma acts0_trace n (rG : mx_representation algCF G n) a x : x \in G ->
  averaging_mx rG a = 0 -> \sum_(t in G) a t * cfRepr rG (x^-1 * t)%g = 0.
Proof.
move=> Gx E0; transitivity (\tr (rG x^-1%g *m averaging_mx rG a)).
  2: by rewrite E0 mulmx0 mxtrace0.
rewrite mulmx_sumr raddf_sum; apply: eq_bigr => t Gt /=.
rewrite -scalemxAr mxtraceZ cfunE groupM ?groupV // mulr1n.
by rewrite repr_mxM ?groupV.
Qed.

Section Occurrence.

Variables (n : nat) (rG : mx_representation algCF G n).

(* The central idempotent of an irreducible that does not occur acts as 0.    *)
Lemma averaging_idem0 i : i \notin irr_constt (cfRepr rG) -> averaging_mx rG (idem i) = 0.
Proof.
rewrite irr_consttE negbK => /eqP dot0; set E := averaging_mx rG _.
have EE : E *m E = E.
  rewrite -averaging_conv; apply: eq_bigr => g Gg.
  by rewrite idem_conv // eqxx mul1r.
suffices /eqP : \tr E = 0.
  by rewrite (trace_idempotent EE) pnatr_eq0 mxrank_eq0 => /eqP.
transitivity ('chi_i 1%g * '[cfRepr rG, 'chi_i]); last by rewrite dot0 mulr0.
rewrite cfdotE mulrA mulr_sumr raddf_sum; apply: eq_bigr => g Gg /=.
rewrite mxtraceZ cfunE Gg mulr1n /idem irr_inv.
by rewrite -(mulrA ('chi_i 1%g / _)) [X in _ * X]mulrC.
Qed.

Lemma averaging_shifts a : (forall i, i \in irr_constt (cfRepr rG) ->
    {in G, forall x, shifts i a x = 0}) ->
  averaging_mx rG a = 0.
Proof.
move=> a0; have -> : averaging_mx rG a = \sum_i averaging_mx rG (conv G a (idem i)).
  under eq_bigr do rewrite averaging_conv.
  rewrite -mulmx_sumr -[LHS]mulmx1 -(averaging_delta rG); congr (_ *m _).
  rewrite [RHS]exchange_big; apply: eq_bigr => g Gg.
  by rewrite -scaler_suml idem_sum.
rewrite big1 // => i _; have [/a0 ai0 | /averaging_idem0 E0] :=
    boolP (i \in irr_constt (cfRepr rG)); last by rewrite averaging_conv E0 mulmx0.
by rewrite /averaging_mx big1 // => g Gg; rewrite conv_idem // ai0 // mulr0 scale0r.
Qed.

End Occurrence.

Lemma fourier0P i a :
  averaging_mx 'Chi_i a = 0 <-> {in G, forall x, shifts i a x = 0}.
Proof.
split=> [E0 x Gx | ai0].
  by have := acts0_trace Gx E0; rewrite irrRepr.
by apply: averaging_shifts => j; rewrite irrRepr constt_irr => /eqP->.
Qed.

(* The energy is a sum of squares.                                            *)
Lemma energyE i a :
  energy i a = 'chi_i 1%g / #|G|%:R * \sum_(x in G) `|shifts i a x| ^+ 2.
Proof.
have chiE s t : s \in G -> t \in G -> 'chi_i (s^-1 * t)%g
    = 'chi_i 1%g / #|G|%:R * \sum_(x in G) ('chi_i (x^-1 * s)%g)^* * 'chi_i (x^-1 * t)%g.
  move=> Gs Gt; rewrite (reindex_inj (mulgI t)) /=.
  rewrite (eq_big (mem G) (fun x => 'chi_i x^-1%g * 'chi_i (s^-1 * t * x)%g)).
  - rewrite chi_conv ?groupM ?groupV // eqxx mul1r mulrA divfK //.
    by rewrite mulrC divfK ?irr1_neq0.
  - by move=> x; rewrite groupMl.
  move=> x; rewrite groupMl // => Gx; rewrite -irr_inv !invMg !invgK mulgKV mulrC.
  by rewrite mulgA.
rewrite mulr_sumr /energy.
rewrite (eq_bigr (fun s => \sum_(x in G) 'chi_i 1%g / #|G|%:R
    * ((a s)^* * ('chi_i (x^-1 * s)%g)^* * shifts i a x))) => [|s Gs]; last first.
  rewrite -mulr_sumr; under [X in _ = _ * X]eq_bigr do rewrite mulr_sumr.
  rewrite exchange_big mulr_sumr; apply: eq_bigr => t Gt /=; rewrite chiE // mulrCA; congr (_ * _).
  by rewrite mulr_sumr; apply: eq_bigr => x Gx; rewrite mulrACA.
rewrite exchange_big; apply: eq_bigr => x Gx /=; rewrite -mulr_sumr; congr (_ * _).
rewrite -mulr_suml normCK mulrC; congr (_ * _); rewrite rmorph_sum.
by apply: eq_bigr => s Gs; rewrite rmorphM.
Qed.

Lemma energy_ge0 i a : 0 <= energy i a.
Proof.
rewrite energyE !mulr_ge0 ?invr_ge0 ?ler0n ?char1_ge0 ?irr_char //.
by apply: sumr_ge0 => x _; rewrite exprn_ge0.
Qed.

Lemma energy0P i a : energy i a = 0 <-> averaging_mx 'Chi_i a = 0.
Proof.
rewrite fourier0P energyE; split=> [/eqP | a0]; last first.
  by rewrite big1 ?mulr0 // => x /a0->; rewrite normr0 expr0n.
rewrite !mulf_eq0 (negPf (irr1_neq0 i)) invr_eq0 (negPf nzG) /=.
rewrite psumr_eq0 => [/allP a0 x Gx | x _]; last by rewrite exprn_ge0.
by have := a0 x (mem_index_enum x); rewrite Gx expf_eq0 normr_eq0 => /eqP.
Qed.

(* Weights act as 0 if and only if their Fourier transform vanishes at every  *)
(* irreducible that occurs.                                                   *)
Theorem acts0P n (rG : mx_representation algCF G n) a :
  averaging_mx rG a = 0 <->
  (forall i, i \in irr_constt (cfRepr rG) -> averaging_mx 'Chi_i a = 0).
Proof.
split=> [E0 | a0]; last first.
  by apply: averaging_shifts => i /a0/fourier0P.
have sum0 : \sum_(i in irr_constt (cfRepr rG)) '[cfRepr rG, 'chi_i] * energy i a = 0.
  under eq_bigr do rewrite mulr_sumr.
  rewrite exchange_big big1 //= => s Gs.
  under eq_bigr do rewrite mulr_sumr.
  transitivity ((a s)^* * \sum_(t in G) a t * cfRepr rG (s^-1 * t)%g); last first.
    by rewrite acts0_trace ?mulr0.
  rewrite exchange_big mulr_sumr; apply: eq_bigr => t Gt.
  rewrite mulrA [cfRepr rG in RHS]cfun_sum_constt sum_cfunE mulr_sumr.
  by apply: eq_bigr => i _; rewrite cfunE mulrCA.
have dot_ge0 i : 0 <= '[cfRepr rG, 'chi_i].
  by apply: Cnat_ge0; apply: Cnat_cfdot_char_irr; apply: cfRepr_char.
move=> i occ_i; apply/energy0P/eqP.
have /eqP := psumr_eq0P (fun j _ => mulr_ge0 (dot_ge0 j) (energy_ge0 j a)) sum0 occ_i.
by rewrite mulf_eq0; move: occ_i; rewrite irr_consttE => /negPf->.
Qed.

Let diff w g := w g - uniform_scheme G g.

Lemma averaging_diff n (rG : mx_representation algCF G n) w :
  averaging_mx rG (diff w) = averaging_mx rG w - reynolds_mx rG.
Proof.
by rewrite reynolds_averaging -sumrB; apply: eq_bigr => g _; rewrite scalerBl.
Qed.

Lemma exact_diff n (rG : mx_representation algCF G n) w : averaging_scheme G w ->
  exact rG w <-> averaging_mx rG (diff w) = 0.
Proof.
move=> sch_w; rewrite averaging_diff (exact_reynolds rG nzG sch_w).
by split=> [->|/eqP]; rewrite ?subrr // subr_eq0 => /eqP.
Qed.

Lemma fourier_diff0 w : averaging_scheme G w -> averaging_mx 'Chi_(0 : Iirr G) (diff w) = 0.
Proof.
move=> sch_w; apply/fourier0P => x Gx; rewrite /shifts.
rewrite (eq_bigr (diff w)) => [|t Gt]; last by rewrite irr0 cfun1E groupM ?groupV ?mulr1.
by rewrite sumrB (eqP sch_w) (eqP (uniform_scheme_sum nzG)) subrr.
Qed.

Lemma fourier_uniform i : i != 0 -> reynolds_mx 'Chi_i = 0.
Proof.
move=> nz_i; rewrite reynolds_averaging; apply/fourier0P => x Gx.
rewrite /shifts (eq_bigr (fun t => #|G|%:R^-1 * 'chi_i (x^-1 * t)%g)) => [|t Gt]; last first.
  by rewrite /uniform_scheme Gt mul1r.
rewrite -mulr_sumr (reindex_inj (mulgI x)) /=.
rewrite (eq_big (mem G) (fun t => 'chi_i t)) => [|t|t _]; last 2 first.
- by rewrite groupMl.
- by rewrite mulKg.
rewrite (reindex_inj invg_inj) /= (eq_bigl (mem G)) => [|t]; last exact: groupV.
have /eqP := sum_idem nz_i; rewrite -mulr_sumr !mulf_eq0 (negPf (irr1_neq0 i)).
by rewrite invr_eq0 (negPf nzG) /= => /eqP->; rewrite mulr0.
Qed.

(* 2.1, the Fourier form of exactness.                                        *)
Theorem exact_fourier n (rG : mx_representation algCF G n) w : averaging_scheme G w ->
  exact rG w <->
  (forall i, i \in irr_constt (cfRepr rG) -> i != 0 -> averaging_mx 'Chi_i w = 0).
Proof.
move=> sch_w; rewrite exact_diff // acts0P; split=> w0 i occ_i => [nz_i | ].
  by have := w0 i occ_i; rewrite averaging_diff fourier_uniform // subr0.
have [-> | nz_i] := eqVneq i 0; first exact: fourier_diff0.
by rewrite averaging_diff fourier_uniform // subr0 w0.
Qed.

(* Fourier inversion: only the uniform weights have no Fourier transform      *)
(* besides the trivial one.                                                   *)
Theorem fourier_inversion w : averaging_scheme G w ->
    (forall i, i != 0 -> averaging_mx 'Chi_i w = 0) ->
  {in G, forall g, w g = #|G|%:R^-1}.
Proof.
move=> sch_w w0 g Gg.
have d0 i : averaging_mx 'Chi_i (diff w) = 0.
  have [-> | nz_i] := eqVneq i 0; first exact: fourier_diff0.
  by rewrite averaging_diff fourier_uniform // subr0 w0.
suffices : diff w g = 0.
  by move/eqP; rewrite /diff /uniform_scheme Gg mul1r subr_eq0 => /eqP.
transitivity (\sum_i conv G (diff w) (idem i) g); last first.
  by rewrite big1 // => i _; rewrite conv_idem // (fourier0P _ _).1 ?mulr0.
rewrite exchange_big (bigD1 g) //= [X in _ = _ + X]big1 ?addr0.
  by rewrite -mulr_sumr mulVg idem_sum eqxx mulr1.
move=> h /andP[Gh ne_hg]; rewrite -mulr_sumr idem_sum -eq_mulVg1 (negPf ne_hg).
by rewrite mulr0.
Qed.

(* 2.2: AC_ex = |G| if and only if every nontrivial irreducible occurs.       *)
Theorem only_uniform_irreducibles n (rG : mx_representation algCF G n) :
  only_uniform rG <-> (forall i, i != 0 -> i \in irr_constt (cfRepr rG)).
Proof.
split=> [uni i nz_i | occ w sch_w ex_w].
  apply: contraT => /averaging_idem0 E0.
  have := (only_uniform_faithful rG nzG).1 uni _ (sum_idem nz_i) E0 1%g (group1 G).
  by move/eqP; rewrite (negPf (idem1_neq0 i)).
apply: fourier_inversion => // i nz_i.
by apply: (exact_fourier rG sch_w).1 => //; apply: occ.
Qed.

(* Evidence *multiplicities*: each nontrivial irreducible occurs in some      *)
(* module of the class.                                                       *)
Theorem multiplicities_uniform (K : Type) (n : K -> nat)
    (r : forall k, mx_representation algCF G (n k)) w :
    (forall i, i != 0 -> exists k, '[cfRepr (r k), 'chi_i] != 0) ->
    averaging_scheme G w -> (forall k, exact (r k) w) ->
  {in G, forall g, w g = #|G|%:R^-1}.
Proof.
move=> occ sch_w ex_w; apply: fourier_inversion => // i nz_i.
by have [k occ_k] := occ i nz_i; apply: (exact_fourier (r k) sch_w).1.
Qed.

Corollary multiplicities_size (K : Type) (n : K -> nat)
    (r : forall k, mx_representation algCF G (n k)) w :
    (forall i, i != 0 -> exists k, '[cfRepr (r k), 'chi_i] != 0) ->
    averaging_scheme G w -> (forall k, exact (r k) w) ->
  scheme_size G w = #|G|.
Proof.
move=> occ sch_w ex_w; have w_c := multiplicities_uniform occ sch_w ex_w.
by have [] := constant_scheme sch_w w_c.
Qed.

Section Bounds.

Variables (n : nat) (rG : mx_representation algCF G n) (w : gT -> algC).
Hypothesis sch_w : averaging_scheme G w.
Hypothesis ex_w : exact rG w.

Local Notation occurs := (irr_constt (cfRepr rG)).

Let product_constt0 i j : (forall k, k \in irr_constt ('chi_i * ('chi_j)^*%CF) ->
      k != 0 -> k \in occurs) ->
    {in G &, forall s t,
      \sum_(g in G) diff w g * ('chi_i (s^-1 * g)%g * 'chi_j (g^-1 * t)%g) = 0}.
Proof.
move=> occ s t Gs Gt; pose r := prod_repr 'Chi_i (map_repr conjC 'Chi_j).
have cf_r : cfRepr r = 'chi_i * ('chi_j)^*%CF.
  by rewrite -cfRepr_prod cfRepr_map !irrRepr.
have E0 : averaging_mx r (diff w) = 0.
  apply/acts0P=> k; rewrite cf_r => occ_k.
  have [-> | nz_k] := eqVneq k 0; first exact: fourier_diff0.
  rewrite averaging_diff fourier_uniform // subr0.
  by apply: (exact_fourier rG sch_w).1 => //; apply: occ.
pose A := tprod ('Chi_i s^-1%g) (map_mx conjC ('Chi_j t^-1%g)).
transitivity (\tr (A *m averaging_mx r (diff w))); last by rewrite E0 mulmx0 mxtrace0.
rewrite mulmx_sumr raddf_sum; apply: eq_bigr => g Gg /=; rewrite -scalemxAr mxtraceZ; congr (_ * _).
rewrite map_reprE -tprodE mxtrace_prod -map_mxM -!repr_mxM ?groupV // trace_map_mx.
rewrite -!irrRepr !cfunE !groupM ?groupV // !mulr1n; congr (_ * _).
have := char_inv (t^-1 * g)%g (cfRepr_char 'Chi_j).
by rewrite !cfunE invMg invgK !groupM ?groupV // !mulr1n.
Qed.

(* 2.5: the bound by rank, in terms of irreducibles.                          *)
Theorem rank_irreducibles_size (J : {set Iirr G}) :
    (forall i j k, i \in J -> j \in J ->
      k \in irr_constt ('chi_i * ('chi_j)^*%CF) -> k != 0 -> k \in occurs) ->
  \sum_(i in J) 'chi_i 1%g ^+ 2 <= (scheme_size G w)%:R.
Proof.
move=> occ; pose e g := \sum_(i in J) idem i g^-1%g.
pose K : 'M[algC]_#|G| := \matrix_(x, y) e ((enum_val x)^-1 * enum_val y)%g.
have prod_e v s t : \sum_(g in G) v g * (e (s^-1 * g)%g * e (g^-1 * t)%g)
   = \sum_(i in J) \sum_(j in J) 'chi_i 1%g / #|G|%:R * ('chi_j 1%g / #|G|%:R)
       * \sum_(g in G) v g * ('chi_i (s^-1 * g)%g * 'chi_j (g^-1 * t)%g).
  under [RHS]eq_bigr do under eq_bigr do rewrite mulr_sumr.
  under [RHS]eq_bigr do rewrite exchange_big.
  rewrite [RHS]exchange_big; apply: eq_bigr => g Gg /=.
  rewrite /e mulr_suml mulr_sumr; apply: eq_bigr => i Ji.
  rewrite !mulr_sumr; apply: eq_bigr => j Jj.
  by rewrite /idem !invgK [RHS]mulrCA; congr (_ * _); rewrite mulrACA.
have one_sum (f : gT -> algC) : \sum_(g in G) 1 * f g = \sum_(g in G) f g.
  by apply: eq_bigr => g _; rewrite mul1r.
have conv_e s t : s \in G -> t \in G ->
    \sum_(g in G) e (s^-1 * g)%g * e (g^-1 * t)%g = e (s^-1 * t)%g.
  move=> Gs Gt; transitivity (\sum_(g in G) 1 * (e (s^-1 * g)%g * e (g^-1 * t)%g)).
    by apply: eq_bigr => g _; rewrite mul1r.
  rewrite (prod_e (fun=> 1)); apply: eq_bigr => i Ji; rewrite (bigD1 i) //= [X in _ + X]big1 ?addr0.
    rewrite one_sum (chi_shift i i) // eqxx mul1r /idem invgK.
    move: (divfK nzG ('chi_i 1%g)) (irr1_neq0 i).
    move: ('chi_i 1%g) ('chi_i 1%g / #|G|%:R) ('chi_i (s^-1 * t)%g) => d c x cG nzd.
    by rewrite [LHS]mulrA -(mulrA c c) cG -(mulrA c d) (mulrC d) divfK.
  by move=> j /andP[_ ne_ji]; rewrite one_sum chi_shift // (negPf ne_ji) mul0r mulr0.
have KK : K *m K = K.
  apply/matrixP=> x y; rewrite !mxE -(conv_e _ _ (enum_valP x) (enum_valP y)).
  by rewrite [RHS]big_enum_val /=; apply: eq_bigr => g _; rewrite !mxE.
have K_w : \sum_(g in G) w g *: ((\col_x e ((enum_val x)^-1 * g)%g)
      *m (\row_y e (g^-1 * enum_val y)%g)) = #|G|%:R^-1 *: K.
  apply/matrixP=> x y; rewrite summxE !mxE -(conv_e _ _ (enum_valP x) (enum_valP y)).
  rewrite mulr_sumr; apply/eqP; rewrite -subr_eq0 -sumrB; apply/eqP.
  transitivity (\sum_(g in G) diff w g
      * (e ((enum_val x)^-1 * g)%g * e (g^-1 * enum_val y)%g)).
    apply: eq_bigr => g Gg; rewrite !mxE big_ord1 !mxE /diff /uniform_scheme Gg mul1r.
    by rewrite -mulrBl.
  rewrite prod_e big1 // => i Ji; rewrite big1 // => j Jj.
  by rewrite product_constt0 ?enum_valP ?mulr0 // => k; apply: occ.
have -> : \sum_(i in J) 'chi_i 1%g ^+ 2 = (\rank K)%:R.
  rewrite -trace_idempotent // /mxtrace; under [RHS]eq_bigr do rewrite mxE mulVg.
  rewrite sumr_const card_ord -[e 1%g *+ _]mulr_natl mulr_sumr; apply: eq_bigr => i Ji.
  by rewrite /idem invgK expr2 mulrA [_ * (_ / _)]mulrC divfK.
rewrite ler_nat -(@mxrank_scale_nz _ _ _ #|G|%:R^-1) ?invr_eq0 // -K_w.
by apply: scheme_rank => g _; apply: leq_trans (mxrankM_maxl _ _) (rank_leq_col _).
Qed.

End Bounds.

(* The energy at an irreducible that occurs in a unitary representation on    *)
(* which w is weakly symmetric.                                               *)
Section Unitary.

Variables (n : nat) (rG : mx_representation algCF G n).

Definition unitary := {in G, forall g, (adjmx (rG g)) *m rG g = 1%:M}.

Hypothesis unitG : unitary.

Lemma unitary_adj g : g \in G -> adjmx (rG g) = rG g^-1%g.
Proof.
move=> Gg; rewrite -[LHS]mulmx1 -(repr_mx1 rG) -(mulgV g).
by rewrite repr_mxM ?groupV // mulmxA unitG // mul1mx.
Qed.

Lemma averaging_adj a : adjmx (averaging_mx rG a) = averaging_mx rG (fun g => (a g^-1%g)^*).
Proof.
rewrite /adjmx raddf_sum raddf_sum [RHS](reindex_inj invg_inj) /=.
apply: eq_big => g; first by rewrite groupV.
move=> Gg; rewrite invgK -unitary_adj // /adjmx.
by apply/matrixP=> i j; rewrite !mxE rmorphM.
Qed.

Lemma trace_idem i x : x \in G ->
  \tr (rG x *m averaging_mx rG (idem i)) = '[cfRepr rG, 'chi_i] * 'chi_i x.
Proof.
move=> Gx; rewrite mulmx_sumr raddf_sum /=.
transitivity (\sum_(g in G) idem i g * cfRepr rG (x * g)%g).
  apply: eq_bigr => g Gg; rewrite -scalemxAr mxtraceZ -repr_mxM //.
  by rewrite cfunE groupM ?mulr1n.
rewrite {1}[cfRepr rG]cfun_sum_cfdot.
transitivity (\sum_j '[cfRepr rG, 'chi_j] * \sum_(g in G) idem i g * 'chi_j (x * g)%g).
  under [RHS]eq_bigr do rewrite mulr_sumr.
  rewrite [RHS]exchange_big; apply: eq_bigr => g Gg /=.
  by rewrite sum_cfunE mulr_sumr; apply: eq_bigr => j _; rewrite cfunE mulrCA.
have sum_j j : \sum_(g in G) idem i g * 'chi_j (x * g)%g = (i == j)%:R * 'chi_j x.
  transitivity ('chi_i 1%g / #|G|%:R * \sum_(g in G) 'chi_i g^-1%g * 'chi_j (x * g)%g).
    by rewrite mulr_sumr; apply: eq_bigr => g _; rewrite mulrA.
  rewrite chi_conv //; case: eqP => [<-|_]; last by rewrite !mul0r mulr0.
  rewrite !mul1r; move: (divfK nzG ('chi_i 1%g)) (irr1_neq0 i).
  move: ('chi_i 1%g) ('chi_i 1%g / #|G|%:R) ('chi_i x) => d c y cG nzd.
  by rewrite [LHS]mulrA cG (mulrC d) divfK.
rewrite (bigD1 i) //= [X in _ + X]big1 ?addr0 => [|j /negPf ne_ji].
  by rewrite sum_j eqxx mul1r.
by rewrite sum_j eq_sym ne_ji mul0r mulr0.
Qed.

Lemma hsqnorm_weak w eps m (f : 'M_(n, m)) :
    (forall f : 'cV_n, hsqnorm ((averaging_mx rG w - reynolds_mx rG) *m f)
                       <= eps * hsqnorm f) ->
  hsqnorm ((averaging_mx rG w - reynolds_mx rG) *m f) <= eps * hsqnorm f.
Proof.
move=> wk; rewrite !(hsqnorm_cols (_ *m _)) (hsqnorm_cols f) mulr_sumr.
by apply: ler_sum => j _; rewrite -mulmxA.
Qed.

Theorem weak_energy w eps i :
    (forall f : 'cV_n, hsqnorm ((averaging_mx rG w - reynolds_mx rG) *m f)
                       <= eps * hsqnorm f) ->
    i != 0 -> i \in irr_constt (cfRepr rG) ->
  energy i w <= eps * 'chi_i 1%g.
Proof.
move=> wk nz_i occ_i; pose Ei := averaging_mx rG (idem i).
have EE : Ei *m Ei = Ei.
  rewrite /Ei -averaging_conv; apply: eq_bigr => g Gg.
  by rewrite idem_conv // eqxx mul1r.
have adjE : adjmx Ei = Ei.
  rewrite averaging_adj; apply: eq_bigr => g Gg; congr (_ *: _).
  rewrite /idem rmorphM invgK -irr_inv; congr (_ * _).
  by rewrite rmorphM fmorphV rmorph_nat irr1_degree rmorph_nat.
have PE : reynolds_mx rG *m Ei = 0.
  rewrite mulmx_sumr -[RHS](scale0r (reynolds_mx rG)) -(sum_idem nz_i) scaler_suml.
  by apply: eq_bigr => g Gg; rewrite -scalemxAr reynolds_mxMr.
have dot_gt0 : 0 < '[cfRepr rG, 'chi_i].
  rewrite lt_def -irr_consttE occ_i; apply: Cnat_ge0.
  by apply: Cnat_cfdot_char_irr; apply: cfRepr_char.
have sqE : hsqnorm Ei = '[cfRepr rG, 'chi_i] * 'chi_i 1%g.
  by rewrite hsqnorm_tr adjE EE -trace_idem // repr_mx1 mul1mx.
have := hsqnorm_weak Ei wk; rewrite mulmxBl PE subr0 sqE mulrCA.
suffices -> : hsqnorm (averaging_mx rG w *m Ei) = '[cfRepr rG, 'chi_i] * energy i w.
  by rewrite ler_pmul2l.
rewrite hsqnorm_tr adjmxM adjE -mulmxA mxtrace_mulC -!mulmxA EE.
rewrite averaging_adj mulmx_suml raddf_sum mulr_sumr (reindex_inj invg_inj) /=.
apply: eq_big => [s|s Gs]; first exact: groupV.
rewrite groupV in Gs; rewrite invgK -scalemxAl mxtraceZ mulmxA.
rewrite [rG _ *m averaging_mx rG w]mulmx_sumr mulmx_suml.
rewrite raddf_sum !mulr_sumr; apply: eq_bigr => t Gt /=.
rewrite -scalemxAr -scalemxAl mxtraceZ -repr_mxM ?groupV // trace_idem ?groupM ?groupV //.
by rewrite mulrA mulrCA.
Qed.

End Unitary.

(* 2.5 and 3.5: the linear programme, in terms of irreducibles.               *)
Section Probability.

Variable w : gT -> algC.
Hypothesis sch_w : averaging_scheme G w.
Hypothesis w_ge0 : {in G, forall g, 0 <= w g}.

Lemma sum_squares_size_algC : 1 <= (scheme_size G w)%:R * \sum_(g in G) w g ^+ 2.
Proof.
have supp (f : gT -> algC) : (forall g, w g = 0 -> f g = 0) ->
    \sum_(g in G) f g = \sum_(g in scheme_support G w) f g.
  move=> f0; rewrite (bigID (fun g => w g != 0)) /= [X in _ + X]big1 ?addr0.
    by apply: eq_bigl => g; rewrite inE.
  by move=> g /andP[_ /negbNE/eqP/f0].
set s := (scheme_size G w)%:R; have sum_w := eqP sch_w.
have s_gt0 : 0 < s.
  rewrite ltr0n lt0n; apply: contra_eqN sum_w; rewrite cards_eq0 => /eqP w0.
  by rewrite supp // w0 big_set0 eq_sym oner_eq0.
have nzs : s != 0 by rewrite gt_eqF.
rewrite -ler_pdivr_mull // mulr1 supp => [|g ->]; last by rewrite expr0n.
rewrite -subr_ge0; have: 0 <= \sum_(g in scheme_support G w) (w g - s^-1) ^+ 2.
  apply: sumr_ge0 => g; rewrite inE => /andP[Gg _].
  by rewrite real_exprn_even_ge0 // rpredB ?ger0_real ?w_ge0 ?invr_ge0 ?ler0n.
congr (0 <= _); under eq_bigr do rewrite sqrrB.
rewrite big_split sumrB sumrMnl -mulr_suml -(supp w) // sum_w mul1r sumr_const /=.
rewrite -[_ *+ #|_|]mulr_natl -/s expr2 mulrA divff // mul1r -addrA; congr (_ + _).
by rewrite mulr2n opprD addrNK.
Qed.

Lemma energy0 : energy 0 w = 1.
Proof.
rewrite /energy (eq_bigr (fun s => (w s)^* * \sum_(t in G) w t)) => [|s Gs]; last first.
  rewrite mulr_sumr; apply: eq_bigr => t Gt.
  by rewrite irr0 cfun1E groupM ?groupV ?mulr1.
by rewrite -mulr_suml (eqP sch_w) mulr1 -rmorph_sum (eqP sch_w) rmorph1.
Qed.

Section Combination.

Variable c : Iirr G -> algC.
Local Notation phi := (irr_combination c).
Hypothesis phi_ge0 : {in G, forall g, g != 1%g -> 0 <= phi g}.
Hypothesis phi1 : 0 <= phi 1%g.
Hypothesis real_c : forall i, c i \is Creal.

Lemma energy_size b : \sum_i c i * energy i w <= b ->
  phi 1%g <= (scheme_size G w)%:R * b.
Proof.
move=> le_b; apply: le_trans (ler_wpmul2l (ler0n _ _) le_b).
apply: le_trans (_ : phi 1%g * ((scheme_size G w)%:R * \sum_(g in G) w g ^+ 2) <= _).
  by rewrite ler_pemulr // sum_squares_size_algC.
rewrite mulrCA ler_wpmul2l ?ler0n // mulr_sumr.
have -> : \sum_i c i * energy i w
    = \sum_(s in G) \sum_(t in G) w s * w t * phi (s^-1 * t)%g.
  rewrite -[LHS](Creal_ReP _ _); last first.
    by apply: rpred_sum => i _; apply: rpredM (real_c i) (ger0_real (energy_ge0 i w)).
  under eq_bigr do rewrite mulr_sumr.
  rewrite exchange_big raddf_sum; apply: eq_bigr => s Gs /=.
  under eq_bigr do rewrite mulr_sumr.
  rewrite exchange_big raddf_sum; apply: eq_bigr => t Gt /=; rewrite -ReMl ?mulr_sumr.
    by congr ('Re _); apply: eq_bigr => i _; rewrite mulrCA (CrealP _) // ger0_real ?w_ge0.
  by rewrite rpredM ?ger0_real ?w_ge0.
apply: ler_sum => s Gs.
rewrite (bigD1 s) //= mulVg mulrC -expr2 ler_addl; apply: sumr_ge0 => t /andP[Gt ne_ts].
rewrite mulr_ge0 ?mulr_ge0 ?w_ge0 // phi_ge0 ?groupM ?groupV //.
by rewrite -eq_mulVg1 eq_sym.
Qed.

Theorem linear_programme_irreducibles n (rG : mx_representation algCF G n) :
    exact rG w ->
    (forall i, i \notin irr_constt (cfRepr rG) -> i != 0 -> c i <= 0) ->
  phi 1%g <= (scheme_size G w)%:R * c 0.
Proof.
move=> ex_w c_le0; apply: energy_size.
rewrite (bigD1 0) //= energy0 mulr1 ger_addl -oppr_ge0 -sumrN; apply: sumr_ge0 => i nz_i.
have [occ_i | not_i] := boolP (i \in irr_constt (cfRepr rG)).
  by rewrite (energy0P _ _).2 ?mulr0 ?oppr0 //; apply: (exact_fourier rG sch_w).1.
by rewrite oppr_ge0 mulr_le0_ge0 ?c_le0 ?energy_ge0.
Qed.

(* Approximate schemes: unitary representations.                              *)
Theorem linear_programme_irreducibles_weak n (rG : mx_representation algCF G n) eps :
    unitary rG ->
    (forall f : 'cV_n, hsqnorm ((averaging_mx rG w - reynolds_mx rG) *m f)
                       <= eps * hsqnorm f) ->
    (forall i, i \notin irr_constt (cfRepr rG) -> i != 0 -> c i <= 0) ->
  phi 1%g <= (scheme_size G w)%:R
    * (c 0 + eps * \sum_(i | (i != 0) && (0 < c i)) c i * 'chi_i 1%g).
Proof.
move=> unitG wk c_le0; apply: energy_size.
rewrite (bigD1 0) //= energy0 mulr1 ler_add2l mulr_sumr big_mkcondr.
apply: ler_sum => i nz_i; have [c_gt0 | c_le] := real_ltP (rpred0 _) (real_c i).
  rewrite mulrCA ler_pmul2l // (weak_energy unitG wk nz_i) //.
  by apply: contraTT c_gt0 => not_i; rewrite le_gtF // c_le0.
by rewrite mulr_le0_ge0 ?energy_ge0.
Qed.

End Combination.

End Probability.

End Irreducibles.
