(** * Evidence rank, for characters that are not real (MATHEMATICS.md, 2.5)   *)
(*                                                                            *)
(* As in rankBound.v, with u = a + b i, i^2 = - delta, in an imaginary        *)
(* quadratic extension: a matrix over it is a real one of twice the size.     *)
(* u / (q |G|) is a projection onto irreducibles whose products with          *)
(* conjugates all occur: the sum of (a a + delta b b) z is 0, where z / |G|   *)
(* is the projection onto the irreducibles that do not occur. Then the size   *)
(* is at least a(1) / q, for signed weights too.                              *)
(*                                                                            *)
(*   hermitian G delta q a b == the sum over g of conj u (g) * u (h g) is     *)
(*                     q |G| u (h)                                            *)
(*   complex_rank N S n rs phi psi c z kappa delta q a b m == z is as in      *)
(*                     rankBound.rank_bound, a and b are as described, and    *)
(*                     q m <= a(1)                                            *)

From Coq Require Import ZArith Ring.
From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From SsrMultinomials Require Import mpoly.
From Reynolds Require pairing.
From Reynolds.instances Require Import claims modules numbers listing actions terms weights.
From Reynolds.instances Require Import exactness nearness classFunctions linearProgramme rankBound.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Section Product.

Variable R : comRingType.

Let sub (x y : R) := x - y.
Lemma is_ring :
  @ring_theory (GRing.Zmodule.sort (GRing.Ring.zmodType (GRing.ComRing.ringType R))) 0 1 +%R *%R sub -%R eq.
Proof.
split; [exact: add0r|exact: addrC|exact: addrA|exact: mul1r|exact: mulrC|exact: mulrA
  |exact: mulrDl|by []|exact: subrr].
Qed.
Add Ring product_ring : is_ring.

Lemma conjugate_product (d a1 b1 a2 b2 a3 b3 a4 b4 : R) :
  (a1 * a2 + d * (b1 * b2)) * (a3 * a4 + d * (b3 * b4))
    + d * ((a1 * b2 - b1 * a2) * (a3 * b4 - b3 * a4))
  = (a1 * a3 + d * (b1 * b3)) * (a2 * a4 + d * (b2 * b4))
    + d * ((a1 * b3 - b1 * a3) * (a2 * b4 - b2 * a4)).
Proof. by ring. Qed.

End Product.

Section Abstract.

Variables (R : realFieldType) (gT : finGroupType) (G : {group gT}).
Variables (delta q : R) (a b z : gT -> R).
Local Notation n := #|G|.

Definition hermitian := {in G, forall h,
  \sum_(g in G) (a g * a (h * g)%g + delta * (b g * b (h * g)%g)) = q * n%:R * a h
  /\ \sum_(g in G) (a g * b (h * g)%g - b g * a (h * g)%g) = q * n%:R * b h}.

Hypothesis (class_a : class_function G a) (class_b : class_function G b).
Hypothesis herm : hermitian.
Hypothesis proj_z : projection G z.
Hypothesis delta_gt0 : 0 < delta.
Hypothesis q_gt0 : 0 < q.
Hypothesis uuz0 : \sum_(k in G) (a k * a k + delta * (b k * b k)) * z k = 0.

(* The parts of conj u (x) u (y).                                             *)
Let re x y := a x * a y + delta * (b x * b y).
Let im x y := a x * b y - b x * a y.

Lemma part_product (x y x' y' : gT) :
  re x y * re x' y' + delta * (im x y * im x' y')
  = re x x' * re y y' + delta * (im x x' * im y y').
Proof. exact: conjugate_product. Qed.

Lemma part_sum y y' : y \in G -> y' \in G ->
  \sum_(s in G) re (y * s)%g (y' * s)%g = q * n%:R * a (y' * y^-1)%g
  /\ \sum_(s in G) im (y * s)%g (y' * s)%g = q * n%:R * b (y' * y^-1)%g.
Proof.
move=> Gy Gy'; have Gk : (y' * y^-1)%g \in G by rewrite groupM ?groupV.
have [<- <-] := herm Gk; split; rewrite [RHS](reindex_inj (mulgI y)) /=;
  by apply: eq_big => [s|s _]; rewrite ?groupMl // mulgA mulgKV.
Qed.

Lemma triple_sum (f h k : gT -> R) :
  \sum_(s in G) \sum_(t in G) \sum_(c in G) (f s * f t + delta * (h s * h t)) * k c
  = ((\sum_(s in G) f s) * (\sum_(s in G) f s)
     + delta * ((\sum_(s in G) h s) * (\sum_(s in G) h s))) * \sum_(c in G) k c.
Proof.
rewrite !big_distrlr /= [delta * _]mulr_sumr -big_split /= mulr_suml; apply: eq_bigr => s _ /=.
rewrite [delta * _]mulr_sumr -big_split /= mulr_suml; apply: eq_bigr => t _ /=.
by rewrite mulr_sumr.
Qed.

Let triple (f : gT -> gT -> R) s t c := \sum_(y in G) f (y * s)%g (y * t)%g * z (y * c)%g.

Lemma complex_triple0 s t c : s \in G -> t \in G -> c \in G ->
  triple re s t c = 0 /\ triple im s t c = 0.
Proof.
move=> Gs Gt Gc; pose N s t c := triple re s t c ^+ 2 + delta * triple im s t c ^+ 2.
have N_ge0 s' t' c' : 0 <= N s' t' c' by rewrite addr_ge0 ?sqr_ge0 // mulr_ge0 ?sqr_ge0 ?ltW.
have sumN : \sum_(s in G) \sum_(t in G) \sum_(c in G) N s t c = 0.
  transitivity (\sum_(y in G) \sum_(y' in G) \sum_(s in G) \sum_(t in G) \sum_(c in G)
      (re (y * s)%g (y' * s)%g * re (y * t)%g (y' * t)%g
        + delta * (im (y * s)%g (y' * s)%g * im (y * t)%g (y' * t)%g)) * (z (y * c)%g * z (y' * c)%g)).
    transitivity (\sum_(s in G) \sum_(t in G) \sum_(c in G) \sum_(y in G) \sum_(y' in G)
        (re (y * s)%g (y' * s)%g * re (y * t)%g (y' * t)%g
          + delta * (im (y * s)%g (y' * s)%g * im (y * t)%g (y' * t)%g)) * (z (y * c)%g * z (y' * c)%g)).
      apply: eq_bigr => s' _; apply: eq_bigr => t' _; apply: eq_bigr => c' _.
      rewrite /N /triple !expr2 !big_distrlr /= [delta * _]mulr_sumr -big_split /=; apply: eq_bigr => y _ /=.
      rewrite [delta * _]mulr_sumr -big_split /=; apply: eq_bigr => y' _ /=.
      rewrite -part_product [X in X + _ = _]mulrACA [X in _ + delta * X = _]mulrACA.
      by rewrite [delta * _]mulrA -mulrDl.
    under eq_bigr do under eq_bigr do rewrite exchange_big.
    under eq_bigr do rewrite exchange_big; rewrite exchange_big; apply: eq_bigr => y _ /=.
    under eq_bigr do under eq_bigr do rewrite exchange_big.
    by under eq_bigr do rewrite exchange_big; rewrite exchange_big.
  rewrite big1 // => y Gy.
  transitivity (\sum_(k in G) (q * n%:R) ^+ 2 * n%:R * ((a k * a k + delta * (b k * b k)) * z k)).
    rewrite [RHS](reindex_inj (mulIg y^-1%g)) /=.
    apply: eq_big => [y'|y' Gy']; first by rewrite groupMr ?groupV.
    rewrite triple_sum; have [-> ->] := part_sum Gy Gy'; rewrite (pair_sum proj_z Gy Gy').
    set x := a _; set x' := b _; set l := q * n%:R.
    rewrite mulrACA [l * x' * _]mulrACA [delta * _]mulrCA -mulrDr -expr2.
    by rewrite mulrACA.
  by rewrite -mulr_sumr uuz0 mulr0.
move/eqP: sumN; rewrite psumr_eq0 => [/allP/(_ s (mem_index_enum _))|s' _]; last first.
  by apply: sumr_ge0 => t' _; apply: sumr_ge0.
rewrite Gs psumr_eq0 => [/allP/(_ t (mem_index_enum _))|t' _]; last exact: sumr_ge0.
rewrite Gt psumr_eq0 => [/allP/(_ c (mem_index_enum _))|c' _ //]; rewrite Gc /= /N.
have ge0 (x : R) : 0 <= delta * x ^+ 2 by rewrite mulr_ge0 ?sqr_ge0 ?ltW.
rewrite paddr_eq0 ?ge0 ?sqr_ge0 // [delta * _ == 0]mulf_eq0 !sqrf_eq0 (gt_eqF delta_gt0) /=.
by case/andP=> /eqP-> /eqP->.
Qed.

Lemma class_pairs (f h : gT -> R) s t : class_function G f -> class_function G h -> s \in G -> t \in G ->
  \sum_(y in G) f (y * s)%g * h (y * t)%g = \sum_(g in G) f g * h (s^-1 * t * g)%g.
Proof.
move=> cf ch Gs Gt; rewrite (reindex_inj (mulIg s^-1%g)) /=.
apply: eq_big => [y|y]; rewrite groupMr ?groupV // => Gy; rewrite mulgKV; congr (_ * _).
have Gst : (s^-1 * t)%g \in G by rewrite groupM ?groupV.
by rewrite -[(y * s^-1 * t)%g]mulgA -(ch _ _ (groupM Gy Gst) Gy) conjgE !mulgA mulVg mul1g.
Qed.

Lemma rank_sum (m p : nat) (w : gT -> R) (M : gT -> 'M[R]_(m, p)) :
    {in G, forall g, (\rank (M g) <= 2)%N} ->
  (\rank (\sum_(g in G) w g *: M g)%R <= 2 * #|[set g in G | w g != 0%R]|)%N.
Proof.
move=> rank_M; rewrite (bigID (fun g => w g == 0)) /= big1 ?add0r => [|g /andP[_ /eqP->]]; last first.
  by rewrite scale0r.
rewrite -sum1dep_card big_distrr /=.
elim/big_rec2: _ => [|g r A /andP[Gg _] le_r]; first by rewrite mxrank0.
apply: leq_trans (mxrank_add _ _) _; rewrite muln1 leq_add //.
exact: leq_trans (mxrank_scale _ _) (rank_M g Gg).
Qed.

Let Ma : 'M[R]_n := \matrix_(i, j) a ((enum_val i)^-1 * enum_val j)%g.
Let Mb : 'M[R]_n := \matrix_(i, j) b ((enum_val i)^-1 * enum_val j)%g.
Let A : 'M[R]_(n + n) := block_mx Ma (- delta *: Mb) Mb Ma.

Lemma complex_sym g : g \in G -> a g^-1%g = a g /\ b g^-1%g = - b g.
Proof.
move=> Gg; have nz : q * n%:R != 0 by rewrite mulf_neq0 ?(orderR_neq0 R G) // gt_eqF.
have GV : g^-1%g \in G by rewrite groupV.
have [ea eb] := herm GV; have [ea' eb'] := herm Gg; split; apply: (mulfI nz).
  rewrite -ea -ea' (reindex_inj (mulgI g)) /=; apply: eq_big => [h|h Gh]; first by rewrite groupMl.
  by rewrite mulKg ![_ (g * h)%g * _]mulrC.
rewrite mulrN -eb -eb' -sumrN (reindex_inj (mulgI g)) /=; apply: eq_big => [h|h Gh].
  by rewrite groupMl.
by rewrite mulKg opprB; congr (_ - _); rewrite mulrC.
Qed.

Lemma complex_square : A *m A = (q * n%:R) *: A.
Proof.
have sumE (f h : gT -> R) (i j : 'I_n) : ((\matrix_(i, j) f ((enum_val i)^-1 * enum_val j)%g : 'M[R]_n)
      *m (\matrix_(i, j) h ((enum_val i)^-1 * enum_val j)%g : 'M[R]_n)) i j
    = \sum_(y in G) f ((enum_val i)^-1 * y)%g * h (y^-1 * enum_val j)%g.
  by rewrite mxE [RHS]big_enum_val; apply: eq_bigr => k _; rewrite !mxE.
have turn s y : s \in G -> y \in G -> a (y^-1 * s)%g = a (s^-1 * y)%g /\ b (y^-1 * s)%g = - b (s^-1 * y)%g.
  move=> Gs Gy; have [<- <-] := complex_sym (groupM (groupVr Gs) Gy).
  by rewrite invMg invgK.
have sums i j : \sum_(y in G) re ((enum_val i)^-1 * y)%g ((enum_val j)^-1 * y)%g = q * n%:R * Ma i j
    /\ \sum_(y in G) im ((enum_val i)^-1 * y)%g ((enum_val j)^-1 * y)%g = - (q * n%:R * Mb i j).
  have [Gi Gj] : (enum_val i)^-1%g \in G /\ (enum_val j)^-1%g \in G by rewrite !groupV !enum_valP.
  have [-> ->] := part_sum Gi Gj; rewrite !mxE invgK.
  have [-> ->] := turn (enum_val i) (enum_val j) (enum_valP _) (enum_valP _).
  by rewrite mulrN.
have aa : Ma *m Ma - delta *: (Mb *m Mb) = (q * n%:R) *: Ma.
  apply/matrixP=> i j; have [eq_re _] := sums i j; rewrite [RHS]mxE -eq_re.
  rewrite mxE [in LHS]sumE mxE [in LHS]mxE [in LHS]sumE mulr_sumr -sumrB; apply: eq_bigr => y Gy.
  have [-> ->] := turn (enum_val j) y (enum_valP _) Gy.
  by rewrite /re mulrN mulrN opprK.
have ab : Ma *m Mb + Mb *m Ma = (q * n%:R) *: Mb.
  apply/matrixP=> i j; have [_ eq_im] := sums i j; rewrite [RHS]mxE -[RHS]opprK -eq_im.
  rewrite mxE !sumE -big_split -sumrN; apply: eq_bigr => y Gy /=.
  have [-> ->] := turn (enum_val j) y (enum_valP _) Gy.
  by rewrite /im mulrN opprB addrC.
rewrite /A mulmx_block scale_block_mx; congr block_mx.
- by rewrite -aa -scalemxAl scaleNr.
- by rewrite -scalemxAr -scalemxAl -scalerDr ab !scalerA [- delta * _]mulrC.
- by rewrite addrC ab.
by rewrite -scalemxAr addrC scaleNr aa.
Qed.

Theorem complex_rank_size w m : \sum_(g in G) w g = 1 ->
    {in G, forall y, n%:R * (w y - n%:R^-1) = spreads G (fun g => w g - n%:R^-1) z y} ->
    q * m%:R <= a 1%g ->
  (m <= #|[set g in G | w g != 0%R]|)%N.
Proof.
move=> sum_w absent le_m; pose v g := w g - n%:R^-1; have nzG := orderR_neq0 R G.
have sum_v (f : gT -> gT -> R) s t : s \in G -> t \in G ->
    (forall c, c \in G -> triple f s t c = 0) ->
    \sum_(y in G) w y * f (y * s)%g (y * t)%g = n%:R^-1 * \sum_(y in G) f (y * s)%g (y * t)%g.
  move=> Gs Gt f0; apply/eqP; rewrite -subr_eq0 mulr_sumr -sumrB; apply/eqP.
  under eq_bigr do rewrite -mulrBl.
  apply: (mulfI nzG); rewrite mulr0 mulr_sumr.
  have absent_v y : y \in G -> n%:R * v y = spreads G v z y by apply: absent.
  under eq_bigr => y Gy do rewrite [n%:R * _]mulrA absent_v // /spreads mulr_suml.
  rewrite exchange_big big1 // => g Gg /=.
  transitivity (v g * triple f s t g^-1%g); last by rewrite f0 ?groupV ?mulr0.
  rewrite mulr_sumr; apply: eq_bigr => y _; rewrite -[LHS]mulrA; congr (_ * _).
  exact: mulrC.
have sum_w_parts s t : s \in G -> t \in G ->
    \sum_(y in G) w y * re (y * s)%g (y * t)%g = q * a (s^-1 * t)%g
    /\ \sum_(y in G) w y * im (y * s)%g (y * t)%g = q * b (s^-1 * t)%g.
  move=> Gs Gt; have Gst : (s^-1 * t)%g \in G by rewrite groupM ?groupV.
  have [er ei] := herm Gst.
  rewrite !sum_v // => [|c Gc|c Gc]; try by have [] := complex_triple0 Gs Gt Gc.
  split; apply: (mulfI nzG); rewrite mulVKf // mulrCA mulrA.
    rewrite -er /re !big_split /= -!mulr_sumr; congr (_ + delta * _); exact: class_pairs.
  rewrite -ei /im !sumrB; congr (_ - _); exact: class_pairs.
pose ca (f : gT -> R) g : 'cV[R]_n := \col_i f (g * enum_val i)%g.
pose ra (f : gT -> R) g : 'rV[R]_n := \row_i f (g * enum_val i)%g.
pose M g := block_mx (ca a g) (delta *: ca b g) (- ca b g) (ca a g)
  *m block_mx (ra a g) (- delta *: ra b g) (ra b g) (ra a g).
have sumA : \sum_(g in G) w g *: M g = q *: A.
  have sum_blocks (U V W X : gT -> 'M[R]_n) :
      \sum_(g in G) w g *: block_mx (U g) (V g) (W g) (X g)
      = block_mx (\sum_(g in G) w g *: U g) (\sum_(g in G) w g *: V g)
                 (\sum_(g in G) w g *: W g) (\sum_(g in G) w g *: X g).
    elim: (index_enum _) => [|g r IHr]; first by rewrite !big_nil block_mx0.
    rewrite !big_cons; case: (g \in G) => //.
    by rewrite IHr scale_block_mx add_block_mx.
  pose Re g : 'M[R]_n := \matrix_(i, j) re (g * enum_val i)%g (g * enum_val j)%g.
  pose Im g : 'M[R]_n := \matrix_(i, j) im (g * enum_val i)%g (g * enum_val j)%g.
  have ME g : M g = block_mx (Re g) (- delta *: Im g) (Im g) (Re g).
    rewrite /M mulmx_block; congr block_mx; apply/matrixP=> i j;
      rewrite !mxE !big_ord1 !mxE /re /im.
    + by rewrite mulrA.
    + by rewrite mulrCA -mulrA -[X in _ + X]opprK -mulrN -mulNr -mulrDr.
    + by rewrite addrC mulNr.
    by rewrite mulNr mulrCA mulNr opprK addrC.
  have sum_part i j : \sum_(g in G) w g * Re g i j = q * Ma i j
      /\ \sum_(g in G) w g * Im g i j = q * Mb i j.
    have [er ei] := sum_w_parts (enum_val i) (enum_val j) (enum_valP _) (enum_valP _).
    by rewrite !mxE -er -ei; split; apply: eq_bigr => g _; rewrite mxE.
  have sum_Re : \sum_(g in G) w g *: Re g = q *: Ma.
    apply/matrixP=> i j; rewrite summxE [RHS]mxE -(sum_part i j).1.
    by apply: eq_bigr => g _; rewrite mxE.
  have sum_Im : \sum_(g in G) w g *: Im g = q *: Mb.
    apply/matrixP=> i j; rewrite summxE [RHS]mxE -(sum_part i j).2.
    by apply: eq_bigr => g _; rewrite mxE.
  under eq_bigr do rewrite ME; rewrite sum_blocks sum_Re sum_Im /A scale_block_mx.
  congr block_mx; under eq_bigr do rewrite scalerA mulrC -scalerA.
  by rewrite -scaler_sumr sum_Im !scalerA mulrC.
have rank_A : (\rank A <= 2 * #|[set g in G | w g != 0%R]|)%N.
  rewrite -(mxrank_scale_nz A (lt0r_neq0 q_gt0)) -sumA; apply: rank_sum => g _.
  exact: leq_trans (mxrankM_maxl _ _) (rank_leq_col _).
have nz : q * n%:R != 0 by rewrite mulf_neq0 // lt0r_neq0.
pose P := (q * n%:R)^-1 *: A.
have PP : P *m P = P.
  by rewrite /P -scalemxAl -scalemxAr complex_square !scalerA -mulrA mulVf // mulr1.
have rank_P : \rank P = \rank A by rewrite /P mxrank_scale_nz ?invr_eq0.
have trP : \tr P = q^-1 * (a 1%g *+ 2).
  have tr_a : \tr Ma = n%:R * a 1%g.
    rewrite /mxtrace (eq_bigr (fun=> a 1%g)) => [|i _]; last by rewrite mxE mulVg.
    by rewrite sumr_const card_ord -[a _ *+ _]mulr_natl.
  rewrite mxtraceZ mxtrace_block tr_a -mulr2n invfM -mulrA; congr (_ * _).
  by rewrite -mulrnAr mulKf.
have := pairing.trace_idempotent PP; rewrite trP rank_P => eq_rank.
rewrite -(leq_pmul2l (isT : 0 < 2)%N); apply: leq_trans rank_A.
rewrite -(ler_nat R) -eq_rank ler_pdivl_mull // mulnC natrM mulr_natr mulrnAr ler_muln2r.
by rewrite le_m.
Qed.

End Abstract.

(** ** Computation *)

Definition cross_values (N : nat) (S : seq (seq nat)) (n : nat) (T : trie nat) (rs : seq (seq nat))
    (f g : seq Z) : seq Z :=
  let es := spread N S n T f in let m := gather (spread N S n T g) in [seq correlate es m r | r <- rs].

Definition complex_rank (N : nat) (S : seq (seq nat)) (n : nat) (rs : seq (seq nat))
    (phi psi : seq Z) (c : Z) (z : seq Z) (kappa delta q : Z) (a b : seq Z) (m : nat) : bool :=
  let T := class_table N S n rs in
  [&& classes N S n rs T, absent_values N S n T rs phi psi c z kappa,
      (0 <? delta)%BZ && (0 <? q)%BZ
    & let L := elements N S n in let order := Z.of_nat (size L) in
      let cross := cross_values N S n T rs in
      let aa := cross a a in let bb := cross b b in let ab := cross a b in let ba := cross b a in
      [&& all (fun r => (at_place T aa r + delta * at_place T bb r =? q * order * at_place T a r)
                        && (at_place T ab r - at_place T ba r =? q * order * at_place T b r))%BZ rs,
          (zsum [seq (at_place T a x * at_place T a x + delta * (at_place T b x * at_place T b x))
                     * at_place T z x | x <- L] =? 0)%BZ
        & (q * Z.of_nat m <=? at_place T a (identity N))%BZ]].

Section Soundness.

Variables (R : realFieldType) (N : nat) (S : seq (seq nat)) (n : nat) (rs : seq (seq nat)).

Local Notation G := (group_of N S).
Local Notation L := (elements N S n).
Local Notation T := (class_table N S n rs).
Local Notation zr := (zr R).
Local Notation values := (@values N S n rs R).

Hypothesis cl : classes N S n rs T.
Let gen_n := classes_generated cl.

Lemma cross_values_represent f g : represents S n rs (cross_values N S n T rs f g)
  (fun h => \sum_(x in G) values f x * values g (h * x)%g).
Proof.
apply: (represents_reps cl) => [|r rs_r].
  exact: class_correlation (values_class cl R f) (values_class cl R g).
exact: (corr_value cl (valuesP cl R f) (valuesP cl R g) (rep_listed cl rs_r)).
Qed.

Lemma hermitian_values delta q a b (cross := cross_values N S n T rs) :
    all (fun r => (at_place T (cross a a) r + delta * at_place T (cross b b) r
                     =? q * Z.of_nat (size L) * at_place T a r)
                  && (at_place T (cross a b) r - at_place T (cross b a) r
                     =? q * Z.of_nat (size L) * at_place T b r))%BZ rs ->
  hermitian G (zr delta) (zr q) (values a) (values b).
Proof.
move=> /allP herm; have [ca cb] := (values_class cl R a, values_class cl R b).
have cc f g : class_function G (fun h => \sum_(x in G) values f x * values g (h * x)%g).
  exact: class_correlation (values_class cl R f) (values_class cl R g).
have oE : zr (Z.of_nat (size L)) = #|G|%:R by rewrite zr_nat (card_elements gen_n).
have crossE f g r : r \in rs -> zr (at_place T (cross f g) r)
    = \sum_(x in G) values f x * values g (permutation N r * x)%g.
  by move=> rs_r; apply: (cross_values_represent f g (rep_listed cl rs_r)).
have valE f r : r \in rs -> zr (at_place T f r) = values f (permutation N r).
  by move=> rs_r; apply: (valuesP cl R f (rep_listed cl rs_r)).
move=> h Gh; split.
  rewrite big_split /= -mulr_sumr; move: h Gh.
  apply: (class_eq cl) => [h k Gh Gk|h k Gh Gk|r rs_r].
  - by rewrite !cc.
  - by rewrite ca.
  have /andP[/Z.eqb_eq/(congr1 zr) eq_re _] := herm r rs_r.
  by move: eq_re; rewrite zrD !zrM oE !crossE // valE.
rewrite sumrB; move: h Gh; apply: (class_eq cl) => [h k Gh Gk|h k Gh Gk|r rs_r].
- by rewrite !cc.
- by rewrite cb.
have /andP[_ /Z.eqb_eq/(congr1 zr) eq_im] := herm r rs_r.
by move: eq_im; rewrite zrB !zrM oE !crossE // valE.
Qed.

End Soundness.

Theorem complex_rank_sound (R : realFieldType) N S n rs d D k psi c z kappa delta q a b m :
    moves_coordinates d N S
      && complex_rank N S n rs (phi_values d D rs) psi c z kappa delta q a b m ->
  at_least (group_of N S) k (exact (group_of N S) (polynomials R d N D)) m.
Proof.
case/andP=> sign_S; rewrite /complex_rank; cbv beta zeta.
case/and4P=> cl absent /andP[/(zr_lt R) delta_gt0 /(zr_lt R) q_gt0] /and3P[herm aaz le_m].
have [EF Fus cf phi_f] := phi_represent R D cl sign_S; have gen_n := classes_generated cl.
have /and3P[proj_z _ _] := absent; have Le : identity N \in elements N S n by apply: identity_listed.
apply: at_least_support => w sum_w ex_w; rewrite zr0 in delta_gt0 q_gt0.
apply: (complex_rank_size (values_class cl R a) (values_class cl R b) (hermitian_values R cl herm)
  (projection_values R cl proj_z) delta_gt0 q_gt0 _ sum_w
  (absent_sound cl EF Fus cf phi_f sum_w ex_w absent)).
  have /Z.eqb_eq/(congr1 (zr R)) := aaz; rewrite zr0 zr_zsum big_map => aaz0.
  rewrite -[RHS]aaz0 (sum_elements gen_n) !big_seq; apply: eq_bigr => x Lx.
  by rewrite zrM zrD !zrM /at_place !(valuesP cl R _ Lx).
rewrite -(permutation_identity N) -(valuesP cl R a Le) -zr_nat -zrM.
exact: zr_le.
Qed.
