(** * Averaging in a module with an invariant inner product                   *)
(*                                                                            *)
(* What polynomials and functions on G have in common, and all that the       *)
(* theorems about schemes need (MATHEMATICS.md, 2.3, 3.1, 3.2, 3.4, 3.5).     *)
(*                                                                            *)
(*        euclidean G F dot == dot is an inner product on the space of F,     *)
(*                     invariant under the linear action of G, square u is    *)
(*                     dot u u, and the class F is a submodule                *)
(*            pairing fs g == the sum over the pairs (u, v) of fs of          *)
(*                     dot (g.u) v, as a function of g: a matrix entry of F   *)
(*      correlation G w h == the sum over g in G of w g * w (h * g)           *)
(*         fixed_average G F == P, the average over the whole group           *)

From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From Reynolds Require averaging welch.
From Reynolds.instances Require Import claims.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Section Euclidean.

Variables (R : realFieldType) (gT : finGroupType) (G : {group gT}).
Variables (F : functions R gT) (dot : space F -> space F -> R).
Local Notation V := (space F).

Record euclidean : Prop := Euclidean {
  act_linear : forall g, linear (@act _ _ F g);
  act1v : forall v : V, act 1%g v = v;
  actMv : {in G &, forall g h (v : V), act (g * h)%g v = act h (act g v)};
  dot_linear : forall u, linear (dot u : V -> R^o);
  dotC : forall u v, dot u v = dot v u;
  dot_act : {in G, forall g u v, dot (act g u) (act g v) = dot u v};
  dot_square : forall v, square v = dot v v;
  dot_ge0 : forall v, 0 <= dot v v;
  member0 : member (0 : V);
  member_linear : forall a (u v : V), member u -> member v -> member (a *: u + v);
  member_act : {in G, forall g (v : V), member v -> member (act g v)}
}.

End Euclidean.

Section Theory.

Variables (R : realFieldType) (gT : finGroupType) (G : {group gT}).
Variables (F : functions R gT) (dot : space F -> space F -> R).
Hypothesis EF : euclidean G dot.
Local Notation V := (space F).
Local Notation E := (@average R gT G F).
Implicit Types (w : gT -> R) (u v f : V).

Lemma act_sum (I : Type) (r : seq I) (P : pred I) (c : I -> R) (v : I -> V) g :
  act g (\sum_(i <- r | P i) c i *: v i) = \sum_(i <- r | P i) c i *: act g (v i).
Proof.
have lin_g := act_linear EF g; rewrite -[@act _ _ F g]/(Linear lin_g : V -> V) linear_sum.
by apply: eq_bigr => i _; rewrite linearZ.
Qed.

Lemma act_sub g u v : act g (u - v) = act g u - act g v :> V.
Proof.
have lin_g := act_linear EF g.
by rewrite -[@act _ _ F g]/(Linear lin_g : V -> V) linearB.
Qed.

Lemma act_scale g a v : act g (a *: v) = a *: act g v :> V.
Proof.
have lin_g := act_linear EF g.
by rewrite -[@act _ _ F g]/(Linear lin_g : V -> V) linearZ.
Qed.

Lemma dot_sumr (I : Type) (r : seq I) (P : pred I) (c : I -> R) (v : I -> V) u :
  dot u (\sum_(i <- r | P i) c i *: v i) = \sum_(i <- r | P i) c i * dot u (v i).
Proof.
have lin_u := dot_linear EF u.
rewrite -[dot u]/(Linear lin_u : V -> R^o) linear_sum.
by apply: eq_bigr => i _; rewrite linearZ.
Qed.

Lemma dot_suml (I : Type) (r : seq I) (P : pred I) (c : I -> R) (v : I -> V) u :
  dot (\sum_(i <- r | P i) c i *: v i) u = \sum_(i <- r | P i) c i * dot (v i) u.
Proof.
rewrite (dotC EF) dot_sumr; apply: eq_bigr => i _; by rewrite (dotC EF).
Qed.

Lemma dotBr u v1 v2 : dot u (v1 - v2) = dot u v1 - dot u v2.
Proof.
have lin_u := dot_linear EF u.
by rewrite -[dot u]/(Linear lin_u : V -> R^o) linearB.
Qed.

Lemma dotBl u v1 v2 : dot (v1 - v2) u = dot v1 u - dot v2 u.
Proof. by rewrite (dotC EF) dotBr !(dotC EF u). Qed.

Lemma dotDr u v1 v2 : dot u (v1 + v2) = dot u v1 + dot u v2.
Proof.
have lin_u := dot_linear EF u.
by rewrite -[dot u]/(Linear lin_u : V -> R^o) linearD.
Qed.

Lemma dotDl u v1 v2 : dot (v1 + v2) u = dot v1 u + dot v2 u.
Proof. by rewrite (dotC EF) dotDr !(dotC EF u). Qed.

Lemma dotv0 u : dot u 0 = 0.
Proof. by rewrite -(subrr u) dotBr subrr. Qed.

Lemma square0 : square (0 : V) = 0.
Proof. by rewrite (dot_square EF) dotv0. Qed.

Lemma squareB u v : square (u - v) = square u - dot u v *+ 2 + square v.
Proof.
rewrite !(dot_square EF) dotBr !dotBl (dotC EF v u) mulr2n opprB !opprD !addrA.
by rewrite addrAC.
Qed.

Lemma member_sum (I : Type) (r : seq I) (P : pred I) (c : I -> R) (v : I -> V) :
  (forall i, P i -> member (v i)) -> member (\sum_(i <- r | P i) c i *: v i).
Proof.
move=> Fv; elim: r => [|i r IHr]; first by rewrite big_nil; apply: (member0 EF).
by rewrite big_cons; case: ifP => // Pi; apply: (member_linear EF) => //; apply: Fv.
Qed.

Lemma member_sub u v : member u -> member v -> member (u - v).
Proof.
by move=> Fu Fv; rewrite addrC -scaleN1r; apply: (member_linear EF).
Qed.

Lemma member_average w f : member f -> member (E w f).
Proof. by move=> Ff; apply: member_sum => g Gg; apply: (member_act EF). Qed.

Lemma dot_actV g u v : g \in G -> dot (act g u) v = dot u (act g^-1%g v).
Proof.
move=> Gg; have GV : g^-1%g \in G by rewrite groupV.
by rewrite -(dot_act EF GV (act g u)) -(actMv EF) // mulgV (act1v EF).
Qed.

(* The translates of the average.                                             *)
Lemma act_average w x f : x \in G ->
  act x (E w f) = \sum_(g in G) w g *: act (g * x)%g f.
Proof.
move=> Gx; rewrite act_sum; apply: eq_bigr => g Gg; by rewrite (actMv EF).
Qed.

(** ** Exact averaging *)

Definition pairing (fs : seq (V * V)) g := \sum_(uv <- fs) dot (act g uv.1) uv.2.

Lemma exact_pairing w fs x : exact G F w -> {in fs, forall uv, member uv.1} ->
    x \in G ->
  \sum_(g in G) w g * pairing fs (g * x)%g = \sum_(g in G) w g * pairing fs g.
Proof.
move=> ex_w Ffs Gx.
have sum_p y : y \in G -> \sum_(g in G) w g * pairing fs (g * y)%g
    = \sum_(uv <- fs) dot (act y (E w uv.1)) uv.2.
  move=> Gy; under eq_bigr do rewrite mulr_sumr.
  rewrite exchange_big; apply: eq_bigr => uv _.
  by rewrite act_average // dot_suml.
have := sum_p 1%g (group1 G); under eq_bigr do rewrite mulg1.
move=> ->; rewrite sum_p //.
rewrite !big_seq; apply: eq_bigr => uv /Ffs Fu.
by rewrite !ex_w ?group1.
Qed.

(* If a matrix entry of F vanishes at all elements but 1, an exact scheme has *)
(* constant weights (2.3: free orbit, annihilator).                           *)
Theorem pairing_constant w fs : exact G F w ->
    {in fs, forall uv, member uv.1} ->
    {in G, forall g, g != 1%g -> pairing fs g = 0} -> pairing fs 1%g != 0 ->
  {in G, forall g, w g = w 1%g}.
Proof.
move=> ex_w Ffs fs0 fs1 g Gg.
have single x : x \in G ->
    \sum_(h in G) w h * pairing fs (h * x)%g = w x^-1%g * pairing fs 1%g.
  move=> Gx; rewrite (bigD1 x^-1%g) ?groupV //= mulVg big1 ?addr0 //.
  move=> h /andP[Gh ne_h]; rewrite fs0 ?mulr0 ?groupM //.
  by apply: contra ne_h => hx1; rewrite eq_mulgV1 invgK.
have GV : g^-1%g \in G by rewrite groupV.
have G1 := group1 G; have := exact_pairing ex_w Ffs G1.
rewrite -(exact_pairing ex_w Ffs GV) !single // invgK invg1.
by move/(mulIf fs1).
Qed.

(* More generally, an entry phi that some psi nearly inverts: the convolution *)
(* of both is dominated by its value at 1 (2.3: multiplicities, rank).        *)
Theorem pairing_dominant w fs (psi : gT -> R)
    (c := fun h => \sum_(u in G) pairing fs u * psi (h * u)%g) :
    exact G F w -> \sum_(g in G) w g = 1 -> {in fs, forall uv, member uv.1} ->
    \sum_(h in G | h != 1%g) `|c h| < c 1%g ->
  {in G, forall g, w g = w 1%g}.
Proof.
move=> ex_w sum_w Ffs dominant; pose v g := w g - #|G|%:R^-1.
have nzG : #|G|%:R != 0 :> R by rewrite pnatr_eq0 -lt0n cardG_gt0.
have sum_v : \sum_(g in G) v g = 0.
  by rewrite sumrB sum_w sumr_const -[_^-1 *+ _]mulr_natl mulfV // subrr.
pose s := \sum_(g in G) v g * pairing fs g.
have sE x : x \in G -> \sum_(g in G) v g * pairing fs (g * x)%g = s.
  move=> Gx; rewrite /s /v; under eq_bigr do rewrite mulrBl.
  under [RHS]eq_bigr do rewrite mulrBl.
  rewrite !sumrB exact_pairing // -!mulr_sumr; congr (_ - _ * _).
  rewrite [RHS](reindex_inj (mulIg x)); apply: eq_bigl => g; by rewrite groupMr.
have TE y : y \in G -> \sum_(g in G) v g * c (y * g^-1)%g = s * \sum_(x in G) psi x.
  move=> Gy; rewrite [in RHS](reindex_inj (mulgI y)) mulr_sumr.
  rewrite [RHS](eq_big (mem G) (fun x => s * psi (y * x)%g)) => [|x|//]; last by rewrite groupMl.
  rewrite [RHS](eq_bigr (fun x => \sum_(g in G) v g * (pairing fs (g * x)%g * psi (y * x)%g))) => [|x Gx].
    rewrite exchange_big; apply: eq_bigr => g Gg; rewrite -mulr_sumr; congr (_ * _).
    rewrite /c (reindex_inj (mulgI g)) /=; apply: eq_big => [x|x]; first by rewrite groupMl.
    by move=> _; rewrite mulgA mulgKV.
  by rewrite -(sE x Gx) mulr_suml; apply: eq_bigr => g _; rewrite mulrA.
have s0 : s * (\sum_(x in G) psi x) = 0.
  apply: (mulfI nzG); rewrite mulr0 mulr_natl -sumr_const.
  under eq_bigr => y Gy do rewrite -(TE y Gy).
  rewrite exchange_big (eq_bigr (fun g => v g * \sum_(h in G) c h)) => [|g Gg].
    by rewrite -mulr_suml sum_v mul0r.
  rewrite -mulr_sumr; congr (_ * _); rewrite [RHS](reindex_inj (mulIg g^-1%g)).
  by apply: eq_bigl => y; rewrite groupMr ?groupV.
pose D := \sum_(h in G | h != 1%g) `|c h|; pose A := \sum_(g in G) `|v g|.
have le_A : A * c 1%g <= A * D.
  rewrite /A !mulr_suml.
  apply: le_trans (_ : \sum_(y in G) \sum_(g in G | g != y) `|v g| * `|c (y * g^-1)%g| <= _).
    apply: ler_sum => y Gy; have := TE y Gy; rewrite s0 (bigD1 y) //= mulgV.
    move/eqP; rewrite addr_eq0 => /eqP eq_y.
    have c1_ge0 : 0 <= c 1%g by apply: le_trans (ltW dominant); apply: sumr_ge0.
    rewrite -[c 1%g]ger0_norm // -normrM eq_y normrN; apply: le_trans (ler_norm_sum _ _ _) _.
    by apply: ler_sum => g _; rewrite normrM.
  rewrite (exchange_big_dep (mem G)) /=; last by move=> ? ? _ /andP[].
  apply: ler_sum => g Gg; rewrite -mulr_sumr ler_wpmul2l //.
  rewrite /D [X in _ <= X](reindex_inj (mulIg g^-1%g)) /= le_eqVlt; apply/orP; left.
  apply/eqP/eq_bigl => y; rewrite groupMr ?groupV // -eq_mulgV1 Gg.
  by case: (y \in G); rewrite //= eq_sym.
have /eqP : A = 0.
  apply/eqP; rewrite eq_le sumr_ge0 // andbT leNgt; apply/negP=> A_gt0.
  by move: le_A; rewrite ler_pmul2l // leNgt dominant.
rewrite psumr_eq0 => [/allP v0|g _]; last exact: normr_ge0.
have w_u g : g \in G -> w g = #|G|%:R^-1.
  move=> Gg; have := v0 g (mem_index_enum _); rewrite Gg /= normr_eq0 subr_eq0.
  by move/eqP.
by move=> g Gg; rewrite !w_u.
Qed.

(* A weight that is exact acts as a multiple of the average over the group.   *)
Definition fixed_average (v : V) : V := #|G|%:R^-1 *: \sum_(g in G) act g v.
Local Notation P := fixed_average.

Lemma orderR_gt0 : 0 < #|G|%:R :> R. Proof. by rewrite ltr0n cardG_gt0. Qed.
Lemma orderR_neq0 : #|G|%:R != 0 :> R. Proof. by rewrite gt_eqF ?orderR_gt0. Qed.

Lemma fixed_averageE v : P v = E (fun=> #|G|%:R^-1) v.
Proof. by rewrite /P scaler_sumr. Qed.

Lemma act_fixed g v : g \in G -> act g (P v) = P v :> V.
Proof.
move=> Gg; rewrite fixed_averageE act_average // [RHS](reindex_inj (mulIg g)) /=.
by apply: eq_bigl => h; rewrite groupMr.
Qed.

Lemma fixed_act g v : g \in G -> P (act g v) = P v.
Proof.
move=> Gg; congr (_ *: _); rewrite [RHS](reindex_inj (mulgI g)) /=.
apply: eq_big => [h|h Gh]; first by rewrite groupMl.
by rewrite (actMv EF).
Qed.

Lemma fixed_invariant v : {in G, forall g, act g v = v :> V} -> P v = v.
Proof.
move=> inv_v; rewrite /P (eq_bigr (fun=> v)) // sumr_const -scaler_nat scalerA.
by rewrite mulVf ?orderR_neq0 // scale1r.
Qed.

Lemma fixed_scheme w v : P (E w v) = (\sum_(g in G) w g) *: P v.
Proof.
rewrite {1}fixed_averageE /average; under eq_bigr do rewrite act_sum scaler_sumr.
rewrite exchange_big scaler_suml; apply: eq_bigr => g Gg /=.
rewrite -(fixed_act v Gg) fixed_averageE /average scaler_sumr.
by apply: eq_bigr => h _; rewrite !scalerA mulrC.
Qed.

Lemma scheme_fixed w v : \sum_(g in G) w g = 1 -> E w (P v) = P v.
Proof.
move=> sum_w; rewrite /average (eq_bigr (fun g => w g *: P v)).
  by rewrite -scaler_suml sum_w scale1r.
by move=> g Gg; rewrite act_fixed.
Qed.

Lemma member_fixed v : member v -> member (P v).
Proof. by move=> Fv; rewrite fixed_averageE; apply: member_average. Qed.

Lemma average_sub w u v : E w (u - v) = E w u - E w v.
Proof.
by rewrite /average -sumrB; apply: eq_bigr => g _; rewrite act_sub scalerBr.
Qed.

Lemma fixed_sub u v : P (u - v) = P u - P v.
Proof. by rewrite !fixed_averageE average_sub. Qed.

Lemma fixed_id v : P (P v) = P v.
Proof. by apply: fixed_invariant => g Gg; apply: act_fixed. Qed.

(* The uniform weights are exact.                                             *)
Lemma constant_exact c : exact G F (fun=> c).
Proof.
move=> f _ h Gh; rewrite act_average // [RHS](reindex_inj (mulIg h)) /=.
by apply: eq_bigl => g; rewrite groupMr.
Qed.

(** ** Approximate averaging *)

Definition correlation w h := \sum_(g in G) w g * w (h * g)%g.

Lemma square_average w v :
  square (E w v) = \sum_(h in G) correlation w h * dot v (act h v).
Proof.
rewrite (dot_square EF) dot_suml.
have -> : \sum_(g in G) w g * dot (act g v) (E w v)
    = \sum_(g in G) \sum_(h in G) w g * w (h * g)%g * dot v (act h v).
  apply: eq_bigr => g Gg; rewrite dot_sumr mulr_sumr (reindex_inj (mulIg g)) /=.
  apply: eq_big => [h|h]; first by rewrite groupMr.
  by rewrite groupMr // => Gh; rewrite mulrA (actMv EF) // (dot_act EF).
by rewrite exchange_big; apply: eq_bigr => h _; rewrite mulr_suml.
Qed.

Lemma dot_fixed v : dot v (P v) = square (P v).
Proof.
rewrite (dot_square EF) {2}fixed_averageE dot_suml.
rewrite (eq_bigr (fun=> #|G|%:R^-1 * dot v (P v))) => [|g Gg].
  rewrite sumr_const -[_ *+ _]mulr_natl mulrA mulfV ?orderR_neq0 //.
  by rewrite mul1r.
by rewrite -{1}(act_fixed v Gg) (dot_act EF).
Qed.

Lemma mean_squareE f : mean_square G f = (square f - square (P f)) *+ 2.
Proof.
rewrite /mean_square (eq_bigr (fun g => square f *+ 2 - dot f (act g f) *+ 2)).
  rewrite sumrB sumr_const sumrMnl.
  have -> : \sum_(g in G) dot f (act g f) = #|G|%:R * square (P f).
    rewrite -dot_fixed fixed_averageE dot_sumr mulr_sumr; apply: eq_bigr => g _.
    by rewrite mulrA mulfV ?orderR_neq0 // mul1r.
  rewrite -mulrnA mulnC mulrnA -mulrnBl -[square f *+ _]mulr_natl -mulrBr.
  by rewrite -mulrnAr mulKf ?orderR_neq0.
by move=> g Gg; rewrite squareB !(dot_square EF) (dot_act EF) // addrAC -mulr2n.
Qed.

Lemma square_sub_fixed f : square (f - P f) = square f - square (P f).
Proof. by rewrite squareB dot_fixed mulr2n opprD addrA addrNK. Qed.

(* 3.1.                                                                       *)
Lemma weakP eps w : \sum_(g in G) w g = 1 ->
  weak G F eps w <-> forall f, member f ->
    square (E w f) - square (P f) <= eps * (square f - square (P f)).
Proof.
move=> sum_w; have eqP f : (mean_square G (E w f) <= eps * mean_square G f)
    = (square (E w f) - square (P f) <= eps * (square f - square (P f))).
  by rewrite !mean_squareE fixed_scheme sum_w scale1r mulrnAr ler_pmuln2r.
by split=> wk f Ff; have := wk f Ff; rewrite eqP.
Qed.

(* It is enough to look at functions whose average is 0.                      *)
Lemma weak_centred eps w : \sum_(g in G) w g = 1 ->
    (forall v, member v -> P v = 0 -> square (E w v) <= eps * square v) ->
  weak G F eps w.
Proof.
move=> sum_w small; apply/weakP=> // f Ff.
have Pv0 : P (f - P f) = 0 by rewrite fixed_sub fixed_id subrr.
have := small (f - P f) (member_sub Ff (member_fixed Ff)) Pv0.
rewrite square_sub_fixed average_sub scheme_fixed // squareB.
have -> : dot (E w f) (P f) = square (P f).
  rewrite -[RHS]mul1r -sum_w mulr_suml dot_suml; apply: eq_bigr => g Gg.
  by rewrite -{1}(act_fixed f Gg) (dot_act EF) // dot_fixed.
by rewrite mulr2n opprD addrA addrNK.
Qed.

Lemma dot_act_le g v : g \in G -> `|dot v (act g v)| <= dot v v.
Proof.
move=> Gg; have eq_v : dot (act g v) (act g v) = dot v v by rewrite (dot_act EF).
rewrite ler_norml -subr_ge0 opprK -[_ <= dot v v]subr_ge0; apply/andP; split.
  have := dot_ge0 EF (v + act g v).
  rewrite dotDl !dotDr eq_v (dotC EF (act g v) v) [dot v v + _]addrC -mulr2n.
  by rewrite pmulrn_lge0.
have := dot_ge0 EF (v - act g v).
rewrite dotBl !dotBr eq_v (dotC EF (act g v) v) -[X in _ - X]opprB opprK -mulr2n.
by rewrite pmulrn_lge0.
Qed.

(* 3.4. A sum of squares b, up to remainders r that are small in sum and to a *)
(* weight z that is exact on F, shows that the error of w is at most eps.     *)
Theorem squares_weak eps w z b (r := fun h =>
    eps *+ (h == 1%g) + z h - correlation w h - correlation b h) :
    \sum_(g in G) w g = 1 -> exact G F z ->
    \sum_(h in G | h != 1%g) `|r h| <= r 1%g ->
  weak G F eps w.
Proof.
move=> sum_w ex_z small; apply: weak_centred => // v Fv Pv0.
have z0 : \sum_(h in G) z h * dot v (act h v) = 0.
  rewrite -dot_sumr -/(E z v) -[E z v]fixed_invariant ?fixed_scheme ?Pv0.
    by rewrite scaler0 dotv0.
  by move=> g Gg; apply: ex_z.
have sum_r : \sum_(h in G) r h * dot v (act h v)
    = eps * dot v v - square (E w v) - square (E b v).
  transitivity (\sum_(h in G) eps *+ (h == 1%g) * dot v (act h v)
      + \sum_(h in G) z h * dot v (act h v) - square (E w v) - square (E b v)).
    rewrite !square_average -big_split -!sumrB; apply: eq_bigr => h _ /=.
    by rewrite -mulrDl -!mulrBl.
  rewrite z0 addr0; congr (_ - _ - _).
  rewrite (bigD1 1%g) //= eqxx mulr1n (act1v EF) big1 ?addr0 // => h /andP[_ /negPf->].
  by rewrite mul0r.
rewrite (dot_square EF v) -subr_ge0.
apply: le_trans (_ : \sum_(h in G) r h * dot v (act h v) <= _); last first.
  by rewrite sum_r ger_addl oppr_le0 (dot_square EF) (dot_ge0 EF).
rewrite (bigD1 1%g) //= (act1v EF) -ler_subl_addl sub0r.
rewrite -[X in - _ <= X]opprK ler_opp2.
apply: le_trans (_ : \sum_(h in G | h != 1%g) `|r h| * dot v v <= _).
  rewrite -sumrN; apply: ler_sum => h /andP[Gh _].
  rewrite -mulNr; apply: le_trans (ler_norm _) _; rewrite normrM normrN.
  by rewrite ler_wpmul2l ?dot_act_le.
by rewrite -mulr_suml ler_wpmul2r ?(dot_ge0 EF).
Qed.

(* 3.2.                                                                       *)
Theorem weak_strong eps w : weak G F eps w -> strong G F (eps *+ 2) w.
Proof.
move=> wk f Ff h Gh; set u := E w f; set v := u - P u.
have -> : u - act h u = v - act h v.
  by rewrite act_sub act_fixed // /v opprB addrA addrNK.
have := wk f Ff; rewrite -/u mean_squareE -square_sub_fixed -/v => small.
apply: le_trans (_ : square v *+ 2 *+ 2 <= _); last by rewrite mulrnAl ler_pmuln2r.
have := dot_act_le v Gh; rewrite ler_norml => /andP[lo _].
rewrite squareB !(dot_square EF) (dot_act EF) // addrAC -mulr2n -mulrnBl ler_pmuln2r //.
by rewrite mulr2n ler_add2l ler_oppl.
Qed.

(* Exact is approximate with eps = 0.                                         *)
Theorem exact_weak eps w : 0 <= eps -> \sum_(g in G) w g = 1 ->
  exact G F w -> weak G F eps w.
Proof.
move=> eps_ge0 sum_w ex_w; apply: weak_centred => // v Fv Pv0.
rewrite -[E w v]fixed_invariant ?fixed_scheme ?Pv0 ?scaler0; last by move=> g; apply: ex_w.
by rewrite square0 mulr_ge0 // (dot_square EF) (dot_ge0 EF).
Qed.

(* 3.5, Welch. If the matrix entries dot (g.u) u of some u add up to a        *)
(* function that vanishes at all elements but 1, few weights have a large     *)
(* error.                                                                     *)
Theorem welch_pairing eps w (us : seq V) (fs := map (fun u => (u, u)) us) :
    {in us, forall u, member u} ->
    {in G, forall g, g != 1%g -> pairing fs g = 0} -> pairing fs 1%g != 0 ->
    \sum_(g in G) w g = 1 -> weak G F eps w ->
  #|G|%:R <= #|[set g in G | w g != 0]|%:R * (1 + eps * (#|G|%:R - 1)).
Proof.
move=> Fus fs0 fs1 sum_w /(weakP _ sum_w) wk; set c := pairing fs 1%g in fs1.
have fsE g : pairing fs g = \sum_(u <- us) dot (act g u) u by rewrite /pairing big_map.
have c_gt0 : 0 < c.
  rewrite lt_def fs1 /c fsE; apply: sumr_ge0 => u _.
  by rewrite (act1v EF) (dot_ge0 EF).
have sum_squares a : \sum_(u <- us) square (E a u) = (\sum_(g in G) a g ^+ 2) * c.
  under eq_bigr do rewrite square_average; rewrite exchange_big /=.
  under eq_bigr => h _ do rewrite -mulr_sumr.
  rewrite (bigD1 1%g) //= [X in _ + X]big1 ?addr0 => [|h /andP[Gh ne_h1]].
    rewrite /c fsE; congr (_ * _); last by apply: eq_bigr => u _; rewrite (dotC EF).
    by apply: eq_bigr => g _; rewrite mul1g.
  rewrite (eq_bigr (fun u => dot (act h u) u)) => [|u _]; last by rewrite (dotC EF).
  by rewrite -fsE fs0 // mulr0.
have sum_fixed : \sum_(u <- us) square (P u) = #|G|%:R^-1 * c.
  under eq_bigr do rewrite fixed_averageE; rewrite sum_squares sumr_const -mulr_natl.
  by rewrite expr2 mulrA mulfV ?orderR_neq0 // mul1r.
have sum_us : \sum_(u <- us) square u = c.
  rewrite /c fsE; apply: eq_bigr => u _; by rewrite (act1v EF) (dot_square EF).
have : \sum_(u <- us) (square (E w u) - square (P u))
    <= \sum_(u <- us) eps * (square u - square (P u)).
  by rewrite !big_seq; apply: ler_sum => u /Fus/wk.
rewrite -mulr_sumr !sumrB sum_squares sum_fixed sum_us -mulrBl -{2}[c]mul1r -mulrBl mulrA.
rewrite ler_pmul2r // -(ler_pmul2l orderR_gt0).
rewrite [X in X <= _ -> _]mulrBr [X in _ <= X -> _]mulrCA [_%:R * (1 - _)]mulrBr mulr1.
rewrite mulfV ?orderR_neq0 // ler_subl_addl => le_w.
have sch_w : averaging.averaging_scheme G w by apply/eqP.
have := welch.sum_squares_size sch_w; rewrite /averaging.scheme_size -/(averaging.scheme_support G w).
set s := #|_|%:R => le_1; apply: le_trans (_ : s * (#|G|%:R * \sum_(g in G) w g ^+ 2) <= _).
  by rewrite mulrCA ler_pemulr ?ler0n.
by rewrite ler_wpmul2l ?ler0n.
Qed.

(* The matrix entry that functions fs of the class add up to, and what a weak *)
(* scheme makes of it.                                                        *)
Definition entries (fs : seq V) h := \sum_(f <- fs) dot f (act h f).

Lemma sum_square_average (fs : seq V) w :
  \sum_(f <- fs) square (E w f) = \sum_(h in G) correlation w h * entries fs h.
Proof.
under eq_bigr do rewrite square_average; rewrite exchange_big.
by apply: eq_bigr => h Gh; rewrite -mulr_sumr.
Qed.

Lemma sum_square_fixed (fs : seq V) :
  \sum_(f <- fs) square (P f) = #|G|%:R^-1 * \sum_(h in G) entries fs h.
Proof.
under eq_bigr do rewrite fixed_averageE; rewrite sum_square_average mulr_sumr.
apply: eq_bigr => h _; congr (_ * _); rewrite /correlation sumr_const -mulr_natl.
by rewrite mulrA mulfV ?orderR_neq0 // mul1r.
Qed.

Lemma entries1 (fs : seq V) : entries fs 1%g = \sum_(f <- fs) square f.
Proof. by apply: eq_bigr => f _; rewrite (act1v EF) (dot_square EF). Qed.

Theorem weak_entries eps w (fs : seq V) (tau := #|G|%:R^-1 * \sum_(h in G) entries fs h) :
    {in fs, forall f, member f} -> \sum_(g in G) w g = 1 -> weak G F eps w ->
  \sum_(h in G) correlation w h * entries fs h <= tau + eps * (entries fs 1%g - tau).
Proof.
move=> Ffs sum_w /(weakP _ sum_w) wk.
have : \sum_(f <- fs) (square (E w f) - square (P f))
    <= \sum_(f <- fs) eps * (square f - square (P f)).
  by rewrite !big_seq; apply: ler_sum => f /Ffs/wk.
by rewrite -mulr_sumr !sumrB sum_square_average sum_square_fixed -entries1 ler_subl_addl.
Qed.

End Theory.

(** ** Sizes *)

Section Sizes.

Variables (R : realFieldType) (gT : finGroupType) (G : {group gT}).
Implicit Types (w : gT -> R) (P : (gT -> R) -> Prop).

Local Notation support w := [set g in G | w g != 0].

Lemma uniform_scheme (s : seq gT) w : {subset s <= G} -> (0 < size s)%N ->
    (forall g, w g = (count_mem g s)%:R / (size s)%:R) ->
  [/\ \sum_(g in G) w g = 1, {in G, forall g, 0 <= w g} & (#|support w| <= size s)%N].
Proof.
move=> sG s_gt0 w_s; have nz : (size s)%:R != 0 :> R by rewrite pnatr_eq0 -lt0n.
split.
- under eq_bigr do rewrite w_s; rewrite -mulr_suml -natr_sum.
  suff -> : (\sum_(g in G) count_mem g s)%N = size s by rewrite divff.
  elim: s sG {s_gt0 w_s nz} => [|x s IHs] sG; first by rewrite big1.
  rewrite /= big_split /= IHs => [|y sy]; last by apply: sG; rewrite inE sy orbT.
  have Gx : x \in G by apply: sG; rewrite mem_head.
  rewrite (bigD1 x) //= eqxx big1 ?addn0 // => y /andP[_ /negPf ne_y].
  by rewrite eq_sym ne_y.
- by move=> g _; rewrite w_s divr_ge0 ?ler0n.
apply: leq_trans (card_size s); apply/subset_leq_card/subsetP=> g.
rewrite inE => /andP[_]; apply: contraR => /count_memPn; rewrite w_s => ->.
by rewrite mul0r.
Qed.

(* Whatever its kind, a scheme has sum 1 and a support of at most its size.   *)
Lemma scheme_support k w m : scheme G k w m ->
  \sum_(g in G) w g = 1 /\ (#|support w| <= m)%N.
Proof.
case: k => [[s [sG s_gt0 -> w_s]] | [sum_w _ ->] | [sum_w ->]] //.
by have [sum_w _ le_s] := uniform_scheme sG s_gt0 w_s.
Qed.

(* Weights that are not signed are nonnegative.                               *)
Lemma scheme_nonnegative k w m : k <> signed -> scheme G k w m ->
  {in G, forall g, 0 <= w g}.
Proof.
case: k => [_ [s [sG s_gt0 _ w_s]] | _ [_ w_ge0 _] | /(_ (erefl _))] //.
by have [] := uniform_scheme sG s_gt0 w_s.
Qed.

Lemma at_least_nonnegative k P n : k <> signed ->
    (forall w, \sum_(g in G) w g = 1 -> {in G, forall g, 0 <= w g} -> P w ->
       (n <= #|support w|)%N) ->
  at_least G k P n.
Proof.
move=> nk low w m sch Pw; have [sum_w le_m] := scheme_support sch.
exact: leq_trans (low w sum_w (scheme_nonnegative nk sch) Pw) le_m.
Qed.

(* Lower bounds for signed weights are lower bounds for all.                  *)
Lemma at_least_support k P n :
    (forall w, \sum_(g in G) w g = 1 -> P w -> (n <= #|support w|)%N) ->
  at_least G k P n.
Proof.
move=> low w m /scheme_support[sum_w le_m] Pw; exact: leq_trans (low w sum_w Pw) le_m.
Qed.

Lemma at_least_leq k P m n : (m <= n)%N -> at_least G k P n -> at_least G k P m.
Proof. by move=> le_mn low w l sch /low-/(_ _ sch); apply: leq_trans. Qed.

Lemma at_most_leq k P m n : (m <= n)%N -> at_most G k P m -> at_most G k P n.
Proof.
by move=> le_mn [w [l [sch Pw le_l]]]; exists w, l; split=> //; apply: leq_trans le_mn.
Qed.

Lemma at_most_imply k (P Q : (gT -> R) -> Prop) n :
    (forall w, \sum_(g in G) w g = 1 -> P w -> Q w) ->
  at_most G k P n -> at_most G k Q n.
Proof.
move=> imp [w [l [sch Pw le_l]]]; exists w, l; split=> //.
by have [sum_w _] := scheme_support sch; apply: imp.
Qed.

(* Uniform schemes are probability schemes, and these are signed.             *)
Lemma at_most_uniform k P n : at_most G uniform P n -> at_most G k P n.
Proof.
case: k => //= -[w [m [[s [sG s_gt0 -> w_s]] Pw le_m]]];
  have [sum_w w_ge0 le_s] := uniform_scheme sG s_gt0 w_s;
  by exists w, #|support w|; split=> //; apply: leq_trans le_m.
Qed.

Lemma at_most_probability P n : at_most G probability P n -> at_most G signed P n.
Proof.
by move=> [w [m [[sum_w _ ->] Pw le_m]]]; exists w, #|support w|.
Qed.

(* Constant nonzero weights.                                                  *)
Lemma constant_support w : \sum_(g in G) w g = 1 -> {in G, forall g, w g = w 1%g} ->
  #|support w| = #|G|.
Proof.
move=> sum_w w_c; congr #|pred_of_set _|; apply/setP=> g; rewrite inE.
case Gg: (g \in G) => //=; rewrite w_c //; apply: contra_eq_neq sum_w => w0.
by rewrite big1 1?eq_sym ?oner_neq0 // => h Gh; rewrite w_c.
Qed.

(* The average over the whole group.                                          *)
Lemma at_most_order k P :
    (forall w, (forall g, g \in G -> w g = w 1%g) -> P w) ->
  at_most G k P #|G|.
Proof.
move=> Pc; apply: at_most_uniform.
pose w g : R := (count_mem g (enum G))%:R / (size (enum G))%:R.
exists w, #|G|; split=> //; last first.
  apply: Pc => g Gg; rewrite /w; congr (_%:R / _).
  by rewrite !count_uniq_mem ?enum_uniq // !mem_enum Gg group1.
exists (enum G); split=> //; rewrite ?cardE //; last by rewrite -cardE cardG_gt0.
by move=> g; rewrite mem_enum.
Qed.

End Sizes.
