(** * Polynomials and functions on G are modules with an inner product        *)
(*                                                                            *)
(*    opposite d i == d + i if i < d, else i - d: the point of - x_i          *)
(* moves_coordinates d N S == the permutations of S act on coordinates: N = d, *)
(*                     or N = 2d and they commute with opposite               *)
(*      mdot d p q == the sum of the products of the coefficients of p and q  *)
(*     shift d g m == the monomial that g moves m to, up to the sign          *)
(*                     (-1) ^+ turns d g m                                    *)
(*     fdot f f' == the sum of the products of the values of f and f'         *)

From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From SsrMultinomials Require Import mpoly.
From Reynolds.instances Require Import claims modules numbers listing.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Definition opposite (d i : nat) : nat := if (i < d)%N then (d + i)%N else (i - d)%N.

Definition coordinate_index (d i : nat) : nat := if (i < d)%N then i else (i - d)%N.

Definition moves_coordinates (d N : nat) (S : seq (seq nat)) : bool :=
  (N == d) || (N == d + d)%N
    && all (fun s => all (fun i => nth 0%N s (d + i) == opposite d (nth 0%N s i)) (iota 0 d)) S.

Section Polynomials.

Variables (R : realFieldType) (d N : nat) (S : seq (seq nat)).
Hypothesis perm_S : all (is_perm N) S.
Hypothesis sign_S : moves_coordinates d N S.

Local Notation G := (group_of N S).
Local Notation coord := (coordinate R d).
Local Notation V := {mpoly R[d]}.
Implicit Types (g h : 'S_N) (m : 'X_{1..d}) (p q : V).

Lemma points_le : (d <= N)%N.
Proof. by case/orP: sign_S => [/eqP-> | /andP[/eqP-> _]]; rewrite ?leq_addr. Qed.

Lemma points_ge : (N <= d + d)%N.
Proof. by case/orP: sign_S => [/eqP-> | /andP[/eqP-> _]]; rewrite ?leq_addr. Qed.

Lemma imageE g i (lt_i : (i < N)%N) : image g i = g (Ordinal lt_i).
Proof. by rewrite /image insubT. Qed.

Lemma image_lt g i : (i < N)%N -> (image g i < N)%N.
Proof. by move=> lt_i; rewrite imageE ltn_ord. Qed.

Lemma image_permutation s i : is_perm N s -> (i < N)%N ->
  image (permutation N s) i = nth 0%N s i.
Proof. by move=> perm_s lt_i; rewrite imageE permutationE. Qed.

Lemma imageM g h i : image (g * h)%g i = image h (image g i).
Proof.
rewrite /image; case: insubP => [j _ _ | lt_i]; first by rewrite permM valK.
by rewrite insubN.
Qed.

Lemma image1 i : image (1%g : 'S_N) i = i.
Proof. by rewrite /image; case: insubP => [j _ <-|//]; rewrite perm1. Qed.

Lemma coord_lt i (lt_i : (i < d)%N) : coord i = 'X_(Ordinal lt_i).
Proof. by rewrite /coordinate insubT. Qed.

Lemma coord_ord (i : 'I_d) : coord i = 'X_i.
Proof. by rewrite /coordinate valK. Qed.

Lemma coord_addd i : (i < d)%N -> coord (d + i) = - coord i.
Proof.
by move=> lt_i; rewrite /coordinate insubN ?ltnNge ?leq_addr // addKn insubT.
Qed.

Lemma oppositeK i : (i < d + d)%N -> opposite d (opposite d i) = i.
Proof.
rewrite /opposite; case: (ltnP i d) => [lt_i | le_i] lt2; first by rewrite ltnNge leq_addr /= addKn.
by rewrite ltn_subLR // lt2 subnKC.
Qed.

Lemma coord_opposite i : (i < d + d)%N -> coord (opposite d i) = - coord i.
Proof.
rewrite /opposite; case: (ltnP i d) => [lt_i _ | le_i lt2]; first exact: coord_addd.
rewrite -{2}(subnKC le_i) coord_addd ?opprK //.
by rewrite ltn_subLR.
Qed.

(* The elements of the group commute with the change of sign.                 *)
Lemma image_addd g i : g \in G -> (i < d)%N -> (d + i < N)%N ->
  image g (d + i) = opposite d (image g i).
Proof.
move=> Gg lt_i lt_di; case/orP: sign_S => [/eqP eqN|/andP[/eqP eqN signs]].
  by have := leq_trans lt_di (eq_leq eqN); rewrite ltnNge leq_addr.
have lt2 j : (j < N)%N -> (j < d + d)%N by move/leq_trans; apply; rewrite eqN.
have addd_lt j : (j < d)%N -> (d + j < N)%N.
    by move=> lt_j; apply: leq_trans (eq_leq (esym eqN)); rewrite ltn_add2l.
have lt_N j : (j < d)%N -> (j < N)%N by move/leq_trans; apply; apply: points_le.
pose A := [set h : 'S_N | [forall j : 'I_d, image h (d + j) == opposite d (image h j)]].
have gA : group_set A.
  apply/group_setP; split=> [|h k].
    by rewrite inE; apply/forallP=> j; rewrite !image1 /opposite ltn_ord.
  rewrite !inE => /forallP Ah /forallP Ak; apply/forallP=> j; rewrite !imageM.
  have lt_hj : (image h j < N)%N by apply/image_lt/lt_N.
  rewrite (eqP (Ah j)) {1}/opposite; case: (ltnP (image h j) d) => [lt_h | le_h].
    by rewrite (eqP (Ak (Ordinal lt_h))).
  have lt_h : (image h j - d < d)%N by rewrite ltn_subLR // lt2.
  rewrite -{2}(subnKC le_h) (eqP (Ak (Ordinal lt_h))) oppositeK //=.
  by apply/lt2/image_lt/lt_N.
have sGA : G \subset Group gA.
  rewrite gen_subG; apply/subsetP=> h; rewrite inE => /mapP[s Ss ->] /=.
  rewrite inE; apply/forallP=> j; have perm_s := allP perm_S s Ss.
  rewrite !image_permutation ?addd_lt ?lt_N //.
  by have /allP/(_ (j : nat)) := allP signs s Ss; apply; rewrite mem_iota /=.
have : g \in Group gA by apply: (subsetP sGA).
by rewrite inE => /forallP/(_ (Ordinal lt_i))/eqP.
Qed.

Lemma move_is_linear g : linear (@move R d N g).
Proof. by move=> a p q; rewrite /move linearP. Qed.
Canonical move_additive g := Additive (move_is_linear g).
Canonical move_linear g := Linear (move_is_linear g).

Lemma move_coordinate g i : g \in G -> (i < N)%N ->
  move g (coord i) = coord (image g i).
Proof.
move=> Gg lt_i; have move_lt (j : 'I_d) : move g (coord j) = coord (image g j).
  by rewrite coord_ord /move comp_mpolyXU -tnth_nth tnth_mktuple.
case: (ltnP i d) => [lt_id | le_di]; first by rewrite (move_lt (Ordinal lt_id)).
have lt_id : (i - d < d)%N by rewrite ltn_subLR // (leq_trans lt_i points_ge).
rewrite -{1 2}(subnKC le_di) coord_addd // linearN /= (move_lt (Ordinal lt_id)) /=.
rewrite image_addd //; last by rewrite subnKC.
rewrite coord_opposite // (leq_trans _ points_ge) // image_lt //.
exact: leq_ltn_trans (leq_subr _ _) lt_i.
Qed.

Lemma ord_lt (i : 'I_d) : (i < N)%N.
Proof. exact: leq_trans (ltn_ord i) points_le. Qed.

Lemma moveM g h p : g \in G -> h \in G -> move (g * h)%g p = move h (move g p).
Proof.
move=> Gg Gh; rewrite [p]mpolyE [LHS]linear_sum [move g _]linear_sum [RHS]linear_sum; apply: eq_bigr => m _.
rewrite !linearZ /=; congr (_ *: _); rewrite /move !comp_mpolyX rmorph_prod.
apply: eq_bigr => i _; rewrite rmorphX /=; congr (_ ^+ _).
rewrite !tnth_mktuple imageM -/(move h _) move_coordinate //.
by apply/image_lt/ord_lt.
Qed.

Lemma move1 p : move (1%g : 'S_N) p = p.
Proof.
rewrite /move -[RHS]comp_mpoly_id; congr comp_mpoly; apply: eq_mktuple => i.
by rewrite image1 coord_ord.
Qed.

(** ** Monomials *)

Definition turns g m := (\sum_(i < d) (d <= image g i) * m i)%N.

Definition shift g m : 'X_{1..d} :=
  (\sum_(i < d) (if insub (coordinate_index d (image g i)) is Some j
                 then U_(j) *+ m i else 0))%MM.

Lemma coord_power i e : (i < d + d)%N -> coord i ^+ e
  = (-1) ^+ ((d <= i) * e) *:
    'X_[if insub (coordinate_index d i) is Some j then U_(j) *+ e else 0]%MM.
Proof.
move=> lt2; rewrite /coordinate_index.
case: (ltnP i d) => [lt_i | le_i].
  by rewrite insubT coord_lt mul0n expr0 scale1r -mpolyXn.
have lt_i : (i - d < d)%N by rewrite ltn_subLR.
rewrite insubT -{1}(subnKC le_i) coord_addd // coord_lt mul1n [LHS]exprNn -mpolyXn.
rewrite -[X in X * _]signr_odd -[X in X *: _]signr_odd.
by case: (odd e); rewrite ?expr1 ?expr0 ?mulN1r ?scaleN1r ?mul1r ?scale1r.
Qed.

Lemma move_monomial g m : move g 'X_[m] = (-1) ^+ turns g m *: 'X_[shift g m] :> V.
Proof.
rewrite /move comp_mpolyX /turns /shift.
pose K (x : V) (a : nat) (b : 'X_{1..d}) := x = (-1 : R) ^+ a *: 'X_[b].
apply: (big_ind3 K) => [|x1 a1 b1 x2 a2 b2 -> ->|i _]; rewrite /K.
- by rewrite mpolyX0 expr0 scale1r.
- by rewrite -scalerAl -scalerAr scalerA mpolyXD exprD.
by rewrite tnth_mktuple coord_power // (leq_trans _ points_ge) // image_lt ?ord_lt.
Qed.

Lemma shift_inj g : g \in G -> injective (shift g).
Proof.
move=> Gg m m' eq_s; have GV : g^-1%g \in G by rewrite groupV.
have moveK p : move g^-1%g (move g p) = p by rewrite -moveM // mulgV move1.
have [a eq_X] : exists a, 'X_[m] = (-1) ^+ a *: 'X_[m'] :> V.
  exists (turns g m + turns g m')%N; rewrite -[LHS]moveK move_monomial eq_s.
  rewrite -[X in move _ (_ *: X)](signrZK (turns g m')) -move_monomial.
  by rewrite scalerA -exprD linearZ /= moveK.
have /(congr1 (mcoeff m)) := eq_X; rewrite mcoeffZ !mcoeffX eqxx.
by case: eqP => // _; rewrite mulr0 => /eqP; rewrite oner_eq0.
Qed.

(** ** The inner product *)

Definition mdot p q := \sum_(m <- msupp p) p@_m * q@_m.

Lemma mdot_support (s : seq 'X_{1..d}) p q : uniq s -> {subset msupp p <= s} ->
  mdot p q = \sum_(m <- s) p@_m * q@_m.
Proof.
move=> uniq_s sub_s; rewrite (bigID (mem (msupp p))) /= [X in _ = _ + X]big1 ?addr0.
  rewrite -big_filter; apply/perm_big/uniq_perm; rewrite ?msupp_uniq ?filter_uniq //.
  by move=> m; rewrite mem_filter; case: (boolP (m \in _)) => //= /sub_s->.
by move=> m /memN_msupp_eq0->; rewrite mul0r.
Qed.

Lemma mdotC p q : mdot p q = mdot q p.
Proof.
pose s := undup (msupp p ++ msupp q).
rewrite !(@mdot_support s) ?undup_uniq //.
- by apply: eq_bigr => m _; rewrite mulrC.
- by move=> m; rewrite mem_undup mem_cat => ->; rewrite orbT.
by move=> m; rewrite mem_undup mem_cat => ->.
Qed.

Lemma mdot_is_linear p : linear (mdot p : V -> R^o).
Proof.
move=> a u v; rewrite /mdot scaler_sumr -big_split; apply: eq_bigr => m _ /=.
by rewrite mcoeffD mcoeffZ mulrDr mulrCA.
Qed.
Canonical mdot_additive p := Additive (mdot_is_linear p).
Canonical mdot_linear p := Linear (mdot_is_linear p).

Lemma mdotX m q : mdot 'X_[m] q = q@_m.
Proof. by rewrite /mdot msuppX big_seq1 mcoeffX eqxx mul1r. Qed.

Lemma mdot_sumr (I : Type) (r : seq I) (c : I -> R) (f : I -> V) p :
  mdot p (\sum_(i <- r) c i *: f i) = \sum_(i <- r) c i * mdot p (f i).
Proof.
rewrite -[mdot p]/(mdot_linear p : V -> R^o) linear_sum.
by apply: eq_bigr => i _; rewrite linearZ.
Qed.

Lemma mdotZr p c q : mdot p (c *: q) = c * mdot p q.
Proof. by rewrite -[mdot p]/(mdot_linear p : V -> R^o) linearZ. Qed.

Lemma move_sum (I : Type) (r : seq I) (c : I -> R) (f : I -> V) g :
  move g (\sum_(i <- r) c i *: f i) = \sum_(i <- r) c i *: move g (f i).
Proof.
rewrite -[move g]/(move_linear g : V -> V) linear_sum.
by apply: eq_bigr => i _; rewrite linearZ.
Qed.

Lemma mdot_move g p q : g \in G -> mdot (move g p) (move g q) = mdot p q.
Proof.
move=> Gg; rewrite {1}[p]mpolyE move_sum mdotC mdot_sumr.
apply: eq_bigr => m _; congr (_ * _).
rewrite {1}[q]mpolyE move_sum mdotC mdot_sumr [in RHS](mpolyE q) [RHS]raddf_sum.
apply: eq_bigr => m' _; rewrite /= mcoeffZ; congr (_ * _).
rewrite !move_monomial mdotZr mdotC mdotZr mdotX !mcoeffX (inj_eq (shift_inj Gg)).
rewrite eq_sym; case: eqP => [-> | _]; last by rewrite !mulr0.
by rewrite mulr1 -expr2 sqrr_sign.
Qed.

Lemma mdeg_shift g m : g \in G -> mdeg (shift g m) = mdeg m.
Proof.
move=> Gg; rewrite /shift mdeg_sum [RHS]mdegE; apply: eq_bigr => i _.
rewrite /coordinate_index; have lt2 : (image g i < d + d)%N.
  by rewrite (leq_trans _ points_ge) // image_lt ?ord_lt.
case: (ltnP (image g i) d) => [lt_i | le_i].
  by rewrite insubT mdegMn mdeg1 mul1n.
have lt_i : (image g i - d < d)%N by rewrite ltn_subLR.
by rewrite insubT mdegMn mdeg1 mul1n.
Qed.

Theorem polynomials_euclidean D : euclidean G (mdot : space (polynomials R d N D) -> _).
Proof.
split=> /=.
- exact: move_is_linear.
- exact: move1.
- by move=> g h Gg Gh v; apply: moveM.
- exact: mdot_is_linear.
- exact: mdotC.
- by move=> g Gg u v; apply: mdot_move.
- by move=> v; apply: eq_bigr => m _; rewrite expr2.
- by move=> v; apply: sumr_ge0 => m _; rewrite -expr2 sqr_ge0.
- by move=> m; rewrite msupp0.
- move=> a u v Du Dv m; rewrite mcoeff_msupp mcoeffD mcoeffZ.
  have [/Du // | nu] := boolP (m \in msupp u).
  have [/Dv // | nv] := boolP (m \in msupp v).
  by rewrite (memN_msupp_eq0 nu) (memN_msupp_eq0 nv) mulr0 addr0 eqxx.
move=> g Gg v Dv m; rewrite [v]mpolyE linear_sum mcoeff_msupp => nz_m.
have [/mapP[m' vm' eq_m] | no_m] := boolP (m \in map (shift g) (msupp v)).
  by rewrite eq_m mdeg_shift // Dv.
case/eqP: nz_m; rewrite raddf_sum big_seq big1 // => m' vm'.
rewrite linearZ /= mcoeffZ move_monomial mcoeffZ mcoeffX.
by case: eqP no_m => [<- | _ _]; rewrite ?mulr0 // map_f.
Qed.

End Polynomials.

Arguments mdot {R d} p q.

Section Functions.

Variables (R : realFieldType) (gT : finGroupType) (G : {group gT}).

Definition fdot (f f' : {ffun gT -> R^o}) : R := \sum_x f x * f' x.

Theorem functions_euclidean : euclidean G (fdot : space (all_functions R G) -> _).
Proof.
split=> /=.
- by move=> g a u v; apply/ffunP=> x; rewrite !ffunE.
- by move=> v; apply/ffunP=> x; rewrite ffunE invg1 mulg1.
- by move=> g h _ _ v; apply/ffunP=> x; rewrite !ffunE invMg mulgA.
- move=> u a v v'; rewrite /fdot scaler_sumr -big_split; apply: eq_bigr => x _ /=.
  by rewrite !ffunE mulrDr mulrCA.
- by move=> u v; apply: eq_bigr => x _; rewrite mulrC.
- move=> g _ u v; rewrite /fdot (reindex_inj (mulIg g)); apply: eq_bigr => x _.
  by rewrite !ffunE mulgK.
- by move=> v; apply: eq_bigr => x _; rewrite expr2.
- by move=> v; apply: sumr_ge0 => x _; rewrite -expr2 sqr_ge0.
- by move=> x _; rewrite ffunE.
- by move=> a u v u0 v0 x Gx; rewrite !ffunE u0 // v0 // scaler0 addr0.
by move=> g Gg v v0 x Gx; rewrite ffunE v0 // groupMr // groupV.
Qed.

(* The function that is 1 at 1 and 0 elsewhere.                               *)
Definition point : {ffun gT -> R^o} := [ffun x => (x == 1%g)%:R].

Lemma point_pairing g :
  pairing (F := all_functions R G) fdot [:: (point, point)] g = (g == 1%g)%:R.
Proof.
rewrite /pairing big_seq1 /fdot (bigD1 1%g) //= !ffunE mul1g big1 ?addr0.
  by rewrite eqxx mulr1 eq_invg1.
by move=> x /negPf ne_x1; rewrite !ffunE ne_x1 mulr0.
Qed.

Lemma point_member : member (point : space (all_functions R G)).
Proof. by move=> x; rewrite ffunE; case: eqP => // ->; rewrite group1. Qed.

End Functions.
