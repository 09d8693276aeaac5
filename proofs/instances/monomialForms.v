(** * Approximate averaging on monomials, for groups of any size              *)
(*                                                                            *)
(* The monomials of a class of polynomials are divided into blocks that the   *)
(* elements of a scheme keep. On each block the error of the scheme is a      *)
(* matrix of integers, and the group is not listed (MATHEMATICS.md, 3.7).     *)
(*                                                                            *)
(*       item == a monomial a, an integer s and a sequence of integers r      *)
(*      dotl x y == the inner product of two sequences of integers            *)
(* entry p q W B c == pW^2 B^2 [a = b] + c s_a s_b - qB^2 (E_w a, E_w b)      *)
(*                     - (r_a, r_b) for two items, where (E_w a, E_w b) is    *)
(*                     the inner product of the averages with weights es      *)
(* block_within d S es p q W B block == the entries at b != a together are    *)
(*                     at most that at a, in absolute value, for every a of   *)
(*                     the block, the sum of the s_a a is invariant, and the  *)
(*                     elements of es keep the block                          *)
(* blocks_within d N S D es p q W B blocks == all blocks are so, and every    *)
(*                     monomial whose degree is in D is in one block          *)
(* near_monomials N S d D k ws es W p q B blocks m == es, W is a scheme of    *)
(*                     kind k and at most m elements, made from the           *)
(*                     generators by the words ws, with such blocks (gram,    *)
(*                     abelian)                                               *)

From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From SsrMultinomials Require Import mpoly.
From Reynolds.instances Require Import claims modules numbers listing actions terms weights.
From Reynolds.instances Require Import exactness squares words.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

(** ** Computation *)

Notation item := (seq nat * Z * seq Z)%type.

Fixpoint dotl (x y : seq Z) : Z :=
  match x, y with
  | a :: x', b :: y' => (a * b + dotl x' y')%BZ
  | _, _ => 0%BZ
  end.

Section Computation.

Variables (N : nat) (S : seq (seq nat)) (d : nat) (D : seq nat).
Variables (es : seq term) (p q W B : Z).

Definition entry (c : Z) (i j : item) (ij : Z) : Z :=
  ((if i.1.1 == j.1.1 then p * (W * W) * (B * B) else 0) + c * (i.1.2 * j.1.2)
   - q * (B * B) * ij - dotl i.2 j.2)%BZ.

Definition block_within (block : seq item * Z) : bool :=
  let: (items, c) := block in
  let kept := gather [seq (i.1.1, 1%BZ) | i <- items] in
  let data := [seq let ts := averages d es i.1.1 in (i, (ts, gather ts)) | i <- items] in
  [&& invariant_terms S d [seq i.1 | i <- items],
      all (fun x => all (fun t => ~~ (total t.1 kept =? 0)%BZ) x.2.1) data
    & all (fun x =>
        (zsum [seq Z.abs (entry c x.1 y.1 (dotz x.2.1 y.2.2)) | y <- data & y.1.1.1 != x.1.1.1]
         <=? entry c x.1 x.1 (dotz x.2.1 x.2.2))%BZ) data].

Definition blocks_within (blocks : seq (seq item * Z)) : bool :=
  let ms := flatten [seq [seq i.1.1 | i <- b.1] | b <- blocks] in
  let t := gather [seq (a, 1%BZ) | a <- ms] in
  [&& moves_coordinates d N S, all (fun a => total a t =? 1)%BZ ms, all (fun a => size a == d) ms,
      all (fun a => ~~ (total a t =? 0)%BZ) (flatten [seq monomials d k | k <- D])
    & all block_within blocks].

End Computation.

Definition near_monomials N S d D (k : weights) ws es W p q B blocks (m : nat) : bool :=
  [&& made N S ws es, (0 <? W)%BZ, (0 <? q)%BZ, (0 <? B)%BZ,
      blocks_within N S d D es p q W B blocks, kind_ok k es W & (size es <= m)%N].

(** ** Quadratic forms *)

Section Dominated.

Variables (R : realFieldType) (T : eqType).

Lemma dominated_form (ms : seq T) (x : T -> R) (A : T -> T -> R) :
    uniq ms -> {in ms &, forall a b, A a b = A b a} ->
    {in ms, forall a, \sum_(b <- ms | b != a) `|A a b| <= A a a} ->
  0 <= \sum_(a <- ms) \sum_(b <- ms) x a * x b * A a b.
Proof.
move=> uniq_ms symA dom; pose t a b := x a ^+ 2 * `|A a b| + x a * x b * A a b.
pose off := \sum_(a <- ms) \sum_(b <- ms | b != a) t a b.
apply: le_trans (_ : off <= _); last first.
  rewrite /off !big_seq; apply: ler_sum => a ms_a.
  rewrite [X in _ <= X](bigD1_seq a) //= big_split -expr2 ler_add2r -mulr_sumr.
  by rewrite ler_wpmul2l ?sqr_ge0 ?dom.
have off_sym : off = \sum_(a <- ms) \sum_(b <- ms | b != a) t b a.
  rewrite /off (exchange_big_dep predT) //=; apply: eq_bigr => a _.
  by apply: eq_bigl => b; rewrite eq_sym.
rewrite -(@pmulr_lge0 _ 2%:R) ?ltr0n // mulr_natr mulr2n {1}off_sym /off -big_split.
rewrite big_seq; apply: sumr_ge0 => a ms_a; rewrite -big_split big_seq_cond.
apply: sumr_ge0 => b /andP[ms_b _] /=; rewrite /t (symA b a) // [x b * x a]mulrC addrACA -mulrDl -mulr2n -mulrnAl.
have [A_ge0 | A_lt0] := ger0P (A a b).
  rewrite -mulrDl mulr_ge0 //; have := sqr_ge0 (x b + x a).
  by rewrite sqrrD addrAC [x b * x a]mulrC.
rewrite -[_ *+ 2 * _]opprK -mulrN -mulrBl mulr_ge0 ?oppr_ge0 ?(ltW A_lt0) //.
by have := sqr_ge0 (x b - x a); rewrite sqrrB addrAC [x b * x a]mulrC.
Qed.

Lemma dotl_sum (x y : seq Z) K : (size x <= K)%N ->
  zr R (dotl x y) = \sum_(k < K) zr R (nth 0%BZ x k) * zr R (nth 0%BZ y k).
Proof.
elim: K x y => [|K IHK] [|a x] [|b y] //= le_x; try by rewrite big_ord0.
- by rewrite big1 // => k _; rewrite nth_nil zr0 mul0r.
- by rewrite big1 // => k _; rewrite nth_nil zr0 mul0r.
- by rewrite big1 // => k _; rewrite nth_nil zr0 mulr0.
by rewrite zrD zrM (IHK x y) // big_ord_recl.
Qed.

Lemma dotl_ge0 (ms : seq T) (x : T -> R) (r : T -> seq Z) :
  0 <= \sum_(a <- ms) \sum_(b <- ms) x a * x b * zr R (dotl (r a) (r b)).
Proof.
pose K := (\sum_(a <- ms) size (r a))%N.
have le_K a : a \in ms -> (size (r a) <= K)%N.
  by move=> ms_a; rewrite /K (big_rem a) //= leq_addr.
have -> : \sum_(a <- ms) \sum_(b <- ms) x a * x b * zr R (dotl (r a) (r b))
    = \sum_(k < K) (\sum_(a <- ms) x a * zr R (nth 0%BZ (r a) k)) ^+ 2.
  transitivity (\sum_(a <- ms) \sum_(k < K) \sum_(b <- ms)
      (x a * zr R (nth 0%BZ (r a) k)) * (x b * zr R (nth 0%BZ (r b) k))).
    rewrite !big_seq; apply: eq_bigr => a /le_K le_a; rewrite exchange_big.
    apply: eq_bigr => b _; rewrite (dotl_sum _ le_a) mulr_sumr; apply: eq_bigr => k _.
    by rewrite mulrACA.
  rewrite exchange_big; apply: eq_bigr => k _; rewrite expr2 mulr_suml.
  by apply: eq_bigr => a _; rewrite mulr_sumr.
by apply: sumr_ge0 => k _; apply: sqr_ge0.
Qed.

End Dominated.

(** ** Soundness *)

Lemma key_inj (T1 T2 : eqType) (h : T1 -> T2) (s : seq T1) :
  uniq (map h s) -> {in s &, injective h}.
Proof.
elim: s => //= x s IHs /andP[no_x uniq_s] y z; rewrite !inE.
move=> /predU1P[->|s_y] /predU1P[->|s_z] // eq_h; last exact: IHs.
  by case/negP: no_x; rewrite eq_h map_f.
by case/negP: no_x; rewrite -eq_h map_f.
Qed.

Section Soundness.

Variables (R : realFieldType) (N : nat) (S : seq (seq nat)) (d : nat) (D : seq nat).
Hypothesis perm_S : all (is_perm N) S.
Hypothesis sign_S : moves_coordinates d N S.

Local Notation G := (group_of N S).
Local Notation F := (polynomials R d N D).
Local Notation zr := (zr R).
Local Notation poly := (poly R d).
Local Notation X a := ('X_[mono d a] : {mpoly R[d]}).

Variables (es : seq term) (p q W B : Z).
Hypothesis es_G : {in es, forall e, is_perm N e.1 /\ permutation N e.1 \in G}.
Hypothesis W_gt0 : 0 < zr W.
Hypothesis q_gt0 : 0 < zr q.
Hypothesis B_gt0 : 0 < zr B.
Local Notation w := (@weight R N es W).
Local Notation E := (average G (F := F) w).

Let EF := polynomials_euclidean R perm_S sign_S D.

Lemma average_X a : size a = d ->
  E (X a) = (zr W)^-1 *: poly (averages d es a).
Proof.
move=> sz_a; rewrite /average (reached_sum _ (fun e es_e => (es_G es_e).2)).
rewrite /poly big_map scaler_sumr !big_seq; apply: eq_bigr => e /es_G[perm_e _].
rewrite -(@move_mono R d N S sign_S e.1 (a, e.2)) // [move _ _]linearZ scalerA.
by rewrite mulrC.
Qed.

Lemma well_formed_averages a : size a = d -> well_formed d (averages d es a).
Proof.
by move=> sz_a; apply/allP=> _ /mapP[e /es_G[perm_e _] ->]; rewrite (size_move_term R sign_S).
Qed.

(* The inner products of the averages of monomials, times W^2.                *)
Definition gram a b : R := zr (dotz (averages d es a) (gather (averages d es b))).

Lemma gramE a b : size a = d -> size b = d ->
  mdot (E (X a)) (E (X b)) = gram a b / (zr W * zr W).
Proof.
move=> sz_a sz_b; rewrite !average_X // mdotZr mdotC mdotZr mdotC.
by rewrite mdot_poly ?well_formed_averages // mulrA -invfM mulrC.
Qed.

Lemma gramC a b : size a = d -> size b = d -> gram a b = gram b a.
Proof.
by move=> sz_a sz_b; rewrite /gram -!(@mdot_poly R d) ?well_formed_averages // mdotC.
Qed.

Variable f : space F.
Hypothesis Ff : member f.
Hypothesis Pf0 : fixed_average G f = 0.
Local Notation fc a := (f@_(mono d a)).

(* One block.                                                                 *)
Lemma block_form block (ms := [seq i.1.1 | i <- block.1]) :
    uniq ms -> all (fun a => size a == d) ms -> block_within S d es p q W B block ->
  0 <= \sum_(a <- ms) \sum_(b <- ms) fc a * fc b *
         (zr p * (zr W * zr W) *+ (a == b) - zr q * gram a b).
Proof.
case: block @ms => [items c] ms uniq_ms sz_ms /and3P[inv _ dom].
pose A (i j : item) := zr (entry p q W B c i j (dotz (averages d es i.1.1) (gather (averages d es j.1.1)))).
have sz_i i : i \in items -> size i.1.1 = d by move=> it_i; apply/eqP; apply: (allP sz_ms); apply: map_f.
have uniq_items : uniq items by apply: map_uniq uniq_ms.
have eq_i i j : i \in items -> j \in items -> (i.1.1 == j.1.1) = (i == j).
  by move=> it_i it_j; apply/eqP/eqP=> [/(key_inj uniq_ms)->|->].
pose x (i : item) := fc i.1.1; pose s (i : item) := zr i.1.2.
have sum_xs : \sum_(i <- items) x i * s i = 0.
  set ts := [seq i.1 | i <- items] in inv.
  have wf_ts : well_formed d ts by apply/allP=> _ /mapP[i /sz_i/eqP sz_i' ->].
  have inv_ts : {in G, forall g, act g (poly ts : space F) = poly ts}.
    by apply: (generators_fix EF) => g Sg; exact: (@invariant_termsP R N S d ts perm_S sign_S wf_ts inv g Sg).
  have : mdot f (poly ts) = 0.
    rewrite -[poly ts](fixed_invariant inv_ts) fixed_averageE -(dot_average EF) //.
    by rewrite -fixed_averageE Pf0 mdotC linear0.
  by rewrite mdot_sumr big_map => sum0; rewrite -[RHS]sum0; apply: eq_bigr => i _; rewrite mdotC mdotX mulrC.
have AE i j : i \in items -> j \in items ->
    A i j = (zr B * zr B) * (zr p * (zr W * zr W) *+ (i.1.1 == j.1.1) - zr q * gram i.1.1 j.1.1)
            + zr c * (s i * s j) - zr (dotl i.2 j.2).
  move=> it_i it_j; rewrite /A /entry !zrB zrD !zrM -/(gram _ _); congr (_ - _).
  rewrite mulrBr addrAC; congr (_ - _ + _); last by rewrite [zr q * _]mulrC [RHS]mulrA.
  by case: (i.1.1 == _); rewrite ?mulr1n ?mulr0n ?mulr0 // !zrM mulrC.
have A_ge0 : 0 <= \sum_(i <- items) \sum_(j <- items) x i * x j * A i j.
  apply: dominated_form => // [i j it_i it_j | i it_i].
    rewrite !AE // [j.1.1 == _]eq_sym [s j * _]mulrC [gram j.1.1 _]gramC ?sz_i //.
    congr (_ - zr _); elim: i.2 j.2 => [|a r IHr] [|b r'] //=.
    by rewrite IHr Z.mul_comm.
  move: dom; rewrite all_map => /allP/(_ i it_i)/(zr_le R); apply: le_trans.
  rewrite zr_zsum big_map big_filter /= big_map le_eqVlt; apply/orP; left; apply/eqP.
  rewrite big_seq_cond [RHS]big_seq_cond; apply: eq_big => j.
    by case it_j: (j \in items) => //=; rewrite eq_i // eq_sym.
  by move=> _; rewrite zr_abs.
have r_ge0 := dotl_ge0 items x (fun i => i.2).
have BB_gt0 : 0 < zr B * zr B by rewrite mulr_gt0.
rewrite -(pmulr_rge0 _ BB_gt0) big_map.
have -> : zr B * zr B * (\sum_(i <- items) \sum_(b <- ms) fc i.1.1 * fc b *
      (zr p * (zr W * zr W) *+ (i.1.1 == b) - zr q * gram i.1.1 b))
    = \sum_(i <- items) \sum_(j <- items) x i * x j * A i j
      - zr c * (\sum_(i <- items) x i * s i) ^+ 2
      + \sum_(i <- items) \sum_(j <- items) x i * x j * zr (dotl i.2 j.2).
  have -> : zr c * (\sum_(i <- items) x i * s i) ^+ 2
      = \sum_(i <- items) \sum_(j <- items) zr c * (x i * s i * (x j * s j)).
    by rewrite expr2 mulr_suml mulr_sumr; apply: eq_bigr => i _; rewrite !mulr_sumr.
  rewrite mulr_sumr -sumrB -big_split !big_seq; apply: eq_bigr => i it_i /=.
  rewrite mulr_sumr big_map -sumrB -big_split !big_seq; apply: eq_bigr => j it_j /=.
  rewrite AE // [x i * s i * _]mulrACA -/(x i) -/(x j); move: (_ - zr q * _) => Q.
  by rewrite [x i * x j * (_ - _)]mulrBr [x i * x j * (_ + _)]mulrDr [_ * (zr c * _)]mulrCA
    addrAC subrK addrK mulrCA.
by rewrite sum_xs expr0n mulr0 subr0 addr_ge0.
Qed.

Lemma mem_keys (T : eqType) (k : T -> seq nat) (xs : seq T) a :
  ~~ (total a (gather [seq (k x, 1%BZ) | x <- xs]) =? 0)%BZ -> a \in [seq k x | x <- xs].
Proof.
apply: contraR => no_a; apply/Z.eqb_eq/(@zr_inj R); rewrite total_gather big_map zr0.
rewrite big1_seq // => x /andP[/= /eqP eq_a xs_x]; case/negP: no_a; apply/mapP.
by exists x.
Qed.

Lemma total_uniq (ms : seq (seq nat)) :
  all (fun a => total a (gather [seq (a, 1%BZ) | a <- ms]) =? 1)%BZ ms -> uniq ms.
Proof.
move=> /allP one; apply: count_mem_uniq => a; have [ms_a | /count_memPn-> //] := boolP (a \in ms).
have /Z.eqb_eq/(congr1 zr) := one a ms_a; rewrite total_gather big_map.
rewrite (eq_bigr (fun=> 1)) => [|? _]; last exact: zr1.
rewrite -(natr_sum _ _ _ (fun=> 1%N)) sum1_count zr1 => /eqP.
by rewrite pnatr_eq1 => /eqP.
Qed.

Local Notation monos block := [seq i.1.1 | i <- block.1].

Lemma averages_kept (block : seq item * Z) a t : block_within S d es p q W B block ->
  a \in monos block -> t \in averages d es a -> t.1 \in monos block.
Proof.
case: block => [items c] /and3P[_ kept _] /mapP[i it_i ->] av_t.
by move: kept; rewrite all_map => /allP/(_ i it_i)/allP/(_ t av_t)/mem_keys.
Qed.

Lemma gram0 a b : (forall t u, t \in averages d es a -> u \in averages d es b -> t.1 != u.1) ->
  gram a b = 0.
Proof.
move=> apart; rewrite /gram /dotz zr_zsum big_map big1_seq // => t /andP[_ av_t].
rewrite zrM total_gather big1_seq ?mulr0 // => u /andP[/eqP eq_u av_u].
by case/eqP: (apart t u av_t av_u).
Qed.

Let h a b := zr p * (zr W * zr W) *+ (a == b) - zr q * gram a b.

Lemma blocks_form blocks (ms := flatten [seq monos b | b <- blocks]) :
    uniq ms -> all (fun a => size a == d) ms -> all (block_within S d es p q W B) blocks ->
  0 <= \sum_(a <- ms) \sum_(b <- ms) fc a * fc b * h a b.
Proof.
rewrite {}/ms; elim: blocks => [|block blocks IHb] /=; first by rewrite big_nil.
rewrite cat_uniq all_cat => /and3P[uniq_ms /hasPn apart uniq_rs] /andP[sz_ms sz_rs] /andP[in_b in_bs].
set ms := monos block in apart *; set rs := flatten _ in apart *.
have kept_rs b u : b \in rs -> u \in averages d es b -> u.1 \in rs.
  case/flatten_mapP=> b' blocks_b' b'_b av_u; apply/flatten_mapP; exists b' => //.
  exact: (averages_kept (allP in_bs b' blocks_b') b'_b av_u).
have h0 a b : a \in ms -> b \in rs -> h a b = 0.
  move=> ms_a rs_b; rewrite /h gram0 => [|t u av_t av_u].
    by rewrite mulr0 subr0; case: eqP => [eq_ab|]; rewrite ?mulr0n //; case/negP: (apart b rs_b); rewrite -eq_ab.
  apply: contraTneq (averages_kept in_b ms_a av_t) => ->; apply: apart.
  exact: kept_rs av_u.
have cross : \sum_(a <- ms) \sum_(b <- rs) fc a * fc b * h a b = 0.
  rewrite big1_seq // => a /andP[_ ms_a]; rewrite big1_seq // => b /andP[_ rs_b].
  by rewrite h0 ?mulr0.
have cross_back : \sum_(a <- rs) \sum_(b <- ms) fc a * fc b * h a b = 0.
  rewrite big1_seq // => b /andP[_ rs_b]; rewrite big1_seq // => a /andP[_ ms_a].
  have [/eqP sz_a /eqP sz_b] := (allP sz_ms a ms_a, allP sz_rs b rs_b).
  by have := h0 a b ms_a rs_b; rewrite /h eq_sym gramC // => ->; rewrite mulr0.
have split_b xs : \sum_(a <- xs) \sum_(b <- ms ++ rs) fc a * fc b * h a b
    = \sum_(a <- xs) \sum_(b <- ms) fc a * fc b * h a b
      + \sum_(a <- xs) \sum_(b <- rs) fc a * fc b * h a b.
  by rewrite -big_split; apply: eq_bigr => a _; rewrite big_cat.
rewrite big_cat /= !split_b cross cross_back addr0 add0r addr_ge0 ?IHb //.
exact: block_form.
Qed.

Lemma mpoly_support (s : seq 'X_{1..d}) (g : {mpoly R[d]}) : uniq s -> {subset msupp g <= s} ->
  g = \sum_(m <- s) g@_m *: 'X_[m].
Proof.
move=> uniq_s sub_s; rewrite {1}[g]mpolyE.
rewrite [RHS](bigID (mem (msupp g))) /= [Y in _ = _ + Y]big1 ?addr0.
  rewrite -[RHS]big_filter; apply: perm_big; apply: uniq_perm; rewrite ?msupp_uniq ?filter_uniq //.
  by move=> m; rewrite mem_filter; case: (boolP (m \in _)) => //= /sub_s->.
by move=> m /memN_msupp_eq0->; rewrite scale0r.
Qed.

Lemma monomial_sum (ms : seq (seq nat)) : uniq ms -> all (fun a => size a == d) ms ->
    {subset flatten [seq monomials d k | k <- D] <= ms} ->
  f = \sum_(a <- ms) fc a *: X a /\ square f = \sum_(a <- ms) fc a ^+ 2.
Proof.
move=> uniq_ms sz_ms cover; pose s := map (mono d) ms.
have uniq_s : uniq s.
  rewrite map_inj_in_uniq // => a b ms_a ms_b; apply: mono_inj; apply/eqP; exact: (allP sz_ms).
have sub_s : {subset msupp f <= s}.
  move=> m f_m; have [a D_a <-] := mem_all_monomials Ff f_m.
  by apply: map_f; apply: cover.
split; last first.
  rewrite (dot_square EF) (mdot_support _ uniq_s sub_s) big_map.
  by apply: eq_bigr => a _; rewrite expr2.
by rewrite [LHS](mpoly_support uniq_s sub_s) big_map.
Qed.

Lemma monomials_within blocks : blocks_within N S d D es p q W B blocks ->
  square (E f) <= fraction R p q * square f.
Proof.
case/and5P=> _ one_ms sz_ms cover in_bs; set ms := flatten _ in one_ms sz_ms cover.
have uniq_ms := total_uniq one_ms.
have := blocks_form uniq_ms sz_ms in_bs; rewrite -/ms.
have [] := @monomial_sum ms uniq_ms sz_ms.
  by move=> a D_a; have := mem_keys (k := id) (allP cover a D_a); rewrite map_id.
move=> def_f sq_f; have Ef : E f = \sum_(a <- ms) fc a *: E (X a).
  rewrite {1}def_f /average; under eq_bigr => g _ do rewrite (act_sum EF) scaler_sumr.
  rewrite exchange_big; apply: eq_bigr => a _ /=; rewrite scaler_sumr; apply: eq_bigr => g _.
  by rewrite !scalerA mulrC.
have sq_Ef : zr W * zr W * square (E f) = \sum_(a <- ms) \sum_(b <- ms) fc a * fc b * gram a b.
  rewrite (dot_square EF) {2}Ef mdot_sumr mulr_sumr !big_seq; apply: eq_bigr => a ms_a.
  rewrite Ef mdotC mdot_sumr !mulr_sumr !big_seq; apply: eq_bigr => b ms_b.
  rewrite gramE ?(eqP (allP sz_ms _ _)) // mulrC -!mulrA mulVf ?mulf_neq0 ?gt_eqF // mulr1.
  by rewrite mulrA.
have -> : \sum_(a <- ms) \sum_(b <- ms) fc a * fc b * h a b
    = zr q * (zr W * zr W) * (fraction R p q * square f - square (E f)).
  rewrite mulrBr -[zr q * _ * square (E f)]mulrA sq_Ef sq_f /fraction.
  have -> : zr q * (zr W * zr W) * (zr p / zr q * \sum_(a <- ms) fc a ^+ 2)
      = \sum_(a <- ms) \sum_(b <- ms) fc a * fc b * (zr p * (zr W * zr W) *+ (a == b)).
    rewrite mulrA (_ : _ * (_ / _) = zr p * (zr W * zr W)).
      rewrite mulr_sumr !big_seq; apply: eq_bigr => a ms_a; rewrite (bigD1_seq a) //= eqxx mulr1n big1 => [|b].
        by rewrite addr0 expr2 mulrC.
      by rewrite eq_sym => /negPf->; rewrite mulr0n mulr0.
    by rewrite [zr q * _]mulrC -mulrA [zr q * _]mulrC divfK ?gt_eqF // mulrC.
  rewrite !mulr_sumr -sumrB; apply: eq_bigr => a _.
  rewrite mulr_sumr -sumrB; apply: eq_bigr => b _.
  by rewrite /h mulrBr [zr q * (_ * _ * _)]mulrCA.
by rewrite pmulr_rge0 ?mulr_gt0 // subr_ge0.
Qed.

End Soundness.

Section Theorems.

Variables (R : realFieldType) (N : nat) (S : seq (seq nat)) (d : nat).
Local Notation G := (group_of N S).

Theorem near_monomials_sound D k ws es W p q B blocks m :
    near_monomials N S d D k ws es W p q B blocks m ->
  at_most G k (weak G (polynomials R d N D) (fraction R p q)) m.
Proof.
case/and5P=> made_es /(zr_lt R) W_gt0 /(zr_lt R) q_gt0 /(zr_lt R) B_gt0 /and3P[within_bs kind le_m].
have [perm_S _] := andP made_es; have [sign_S _] := andP within_bs.
have es_G := madeP made_es; have es_R e es_e := (es_G e es_e).2.
have EF := polynomials_euclidean R perm_S sign_S D.
apply: (reached_at_most es_R kind) => //.
apply: (weak_centred EF); first exact: (reached_kind_total R es_R kind).
by move=> f Ff Pf0; apply: (monomials_within perm_S sign_S es_G W_gt0 q_gt0 B_gt0 Ff Pf0 within_bs).
Qed.

End Theorems.
