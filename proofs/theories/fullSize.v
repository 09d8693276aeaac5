(** * When everything is needed (MATHEMATICS.md, 2.2)                         *)
(*                                                                            *)
(* only_uniform rG says that AC_ex = |G| for signed weights. It is the same   *)
(* for probability weights, and it is the same as this: no nonzero            *)
(* combination c of the elements of G, of sum 0, acts as 0. In the language   *)
(* of 2.2, such a c exists exactly if a nontrivial irreducible is missing.    *)
(*                                                                            *)
(*   faithful_sum0 rG == a combination c : gT -> F of sum 0 over G whose      *)
(*                       averaging_mx vanishes is 0 on G                      *)

From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From mathcomp Require Import all_solvable all_field all_character.
From Reynolds Require Import averaging.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Section AnyField.

Variables (F : fieldType) (gT : finGroupType) (G : {group gT}) (n : nat).
Variable rG : mx_representation F G n.
Implicit Types (w c : gT -> F).

Local Notation E := (averaging_mx rG).

Definition faithful_sum0 :=
  forall c, \sum_(g in G) c g = 0 -> E c = 0 -> {in G, forall g, c g = 0}.

Lemma averaging_mxD w c a : E (fun g => w g + a * c g) = E w + a *: E c.
Proof.
rewrite scaler_sumr -big_split; apply: eq_bigr => g _.
by rewrite scalerDl scalerA.
Qed.

Hypothesis nzG : #|G|%:R != 0 :> F.

(* Moving along c keeps an averaging scheme exact.                            *)
Lemma exact_shift c a : \sum_(g in G) c g = 0 -> E c = 0 ->
  let w g := uniform_scheme G g + a * c g in
  averaging_scheme G w /\ exact rG w.
Proof.
move=> sum_c E_c w; have sch_w : averaging_scheme G w.
  rewrite /averaging_scheme big_split /= -mulr_sumr sum_c mulr0 addr0.
  exact: uniform_scheme_sum.
split=> //; apply/(exact_reynolds _ nzG sch_w).
by rewrite averaging_mxD E_c scaler0 addr0 reynolds_averaging.
Qed.

Theorem only_uniform_faithful : only_uniform rG <-> faithful_sum0.
Proof.
split=> [uni c sum_c E_c g Gg | faith w sch_w ex_w g Gg].
  have [sch_w ex_w] := exact_shift 1 sum_c E_c.
  have := uni _ sch_w ex_w g Gg; rewrite /uniform_scheme Gg !mul1r.
  by move/(canRL (addKr _)); rewrite addNr.
pose c g := w g + (-1) * uniform_scheme G g.
have sum_c : \sum_(g in G) c g = 0.
  rewrite big_split /= -mulr_sumr (eqP sch_w) (eqP (uniform_scheme_sum nzG)).
  by rewrite mulr1 subrr.
have E_c : E c = 0.
  rewrite averaging_mxD -reynolds_averaging scaleN1r.
  by move/(exact_reynolds _ nzG sch_w): ex_w => ->; rewrite subrr.
have := faith c sum_c E_c g Gg; rewrite /c /uniform_scheme Gg mul1r mulN1r.
by move/eqP; rewrite subr_eq0 => /eqP.
Qed.

End AnyField.

Section Ordered.

Variables (R : realFieldType) (gT : finGroupType) (G : {group gT}) (n : nat).
Variable rG : mx_representation R G n.
Implicit Types (w c : gT -> R).

Local Notation E := (averaging_mx rG).

Let nzG : #|G|%:R != 0 :> R.
Proof. by rewrite pnatr_eq0 -lt0n cardG_gt0. Qed.

(* A missing irreducible saves an element, with nonnegative weights.          *)
Theorem probability_saving c g0 :
    \sum_(g in G) c g = 0 -> E c = 0 -> g0 \in G -> c g0 != 0 ->
  exists w, [/\ averaging_scheme G w, exact rG w,
                {in G, forall g, 0 <= w g} & (scheme_size G w < #|G|)%N].
Proof.
move=> sum_c E_c Gg0 nz_c.
have [g1 Gg1 min_g1] := @arg_minP _ _ _ g0 (fun g => g \in G) c Gg0.
have c1_lt0 : c g1 < 0.
  rewrite ltNge; apply: contra nz_c => c1_ge0.
  have c_ge0 g : g \in G -> 0 <= c g by move=> Gg; apply: le_trans (min_g1 g Gg).
  by rewrite (psumr_eq0P c_ge0 sum_c).
pose a := - (#|G|%:R * c g1)^-1.
have [sch_w ex_w] := exact_shift nzG a sum_c E_c.
have wE g : g \in G -> uniform_scheme G g + a * c g = (1 - c g / c g1) / #|G|%:R.
  move=> Gg; rewrite /uniform_scheme Gg mulrBl mulNr invfM; congr (_ - _).
  by rewrite mulrC mulrA mulrAC.
eexists; split; [exact: sch_w | exact: ex_w | move=> g Gg | ].
  rewrite wE // divr_ge0 ?ler0n // subr_ge0 ler_ndivr_mulr // mul1r.
  exact: min_g1.
rewrite [X in (_ < X)%N](cardsD1 g1) Gg1 add1n ltnS subset_leq_card //.
apply/subsetP=> g; rewrite !inE => /andP[Gg]; rewrite Gg andbT.
by apply: contraNneq => ->; rewrite wE // divff ?(lt_eqF c1_lt0) // subrr mul0r.
Qed.

(* 2.2, probability and signed weights alike.                                 *)
Theorem full_size_probability :
  (forall w, averaging_scheme G w -> exact rG w -> {in G, forall g, 0 <= w g} ->
     scheme_size G w = #|G|)
  <-> only_uniform rG.
Proof.
split=> [full | uni w sch_w ex_w _]; last exact: only_uniform_size ex_w.
apply/only_uniform_faithful => // c sum_c E_c g Gg; apply/eqP; apply: contraT => nz_c.
have [w [sch_w ex_w w_ge0]] := probability_saving sum_c E_c Gg nz_c.
by rewrite full // ltnn.
Qed.

Theorem full_size_signed :
  (forall w, averaging_scheme G w -> exact rG w -> scheme_size G w = #|G|)
  <-> only_uniform rG.
Proof.
split=> [full | uni w sch_w ex_w]; last exact: only_uniform_size ex_w.
by apply/full_size_probability => w sch_w ex_w _; apply: full.
Qed.

End Ordered.
