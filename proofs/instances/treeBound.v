(** * Evidence tree, computed (MATHEMATICS.md, 3.5)                           *)
(*                                                                            *)
(* n elements are within eps, and X is n^2 w~ * w for their average w. If f = *)
(* 1 + the sum of f_i p_i with f_i >= 0 is <= 0 on [0, n^2 eps], the group    *)
(* has at most f(n^2) elements. No eigenvalues are needed: that f <= 0 is     *)
(* shown by an identity                                                       *)
(*                                                                            *)
(*   L f + the sum of c x^i (e - q x)^j a^2 = 0,   c >= 0,  i, j in {0, 1},   *)
(*                                                                            *)
(* where eps = p / q and e = n^2 p, and each such term is a nonnegative       *)
(* operator on functions of mean 0.                                           *)
(*                                                                            *)
(*      excluded o p q n t == t = (D, Fs, L, ts) has f_i = F_i / D, and the   *)
(*                    terms (c, i, j, a) of ts; so n elements are not within  *)
(*                    p / q in groups of at least o elements                  *)
(*   tree_sizes o p q n ts == the members of ts exclude n, n + 1, ...         *)

From Coq Require Import ZArith Lia Ring.
From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From SsrMultinomials Require Import mpoly.
From Reynolds.instances Require Import claims modules numbers listing actions terms.
From Reynolds.instances Require Import walks.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

(** ** Identities of commutative rings *)

Section Identities.

Variables (T : Type) (o i : T) (add mul sub : T -> T -> T) (opp : T -> T).
Hypothesis ring_T : ring_theory o i add mul sub opp eq.
Add Ring ring_T : ring_T.
Declare Scope identity_scope.
Local Notation "- x" := (opp x) : identity_scope.
Local Notation "x + y" := (add x y) : identity_scope.
Local Notation "x * y" := (mul x y) : identity_scope.
Local Notation "x - y" := (add x (opp y)) : identity_scope.
Local Open Scope identity_scope.

Lemma inverse_identity e q a h s :
  e * (e * a - q * h) - (e * (e * a) + e * ((- q) * h) + ((- q) * (e * h) + (- q) * ((- q) * s)))
  = q * (e * h - q * s).
Proof. ring. Qed.

Lemma next_identity u w q t : u + (- ((i + i) * q)) * w + (- i) * t = u - (q + q) * w - t.
Proof. ring. Qed.

Lemma clear_identity n m q f : n * n * q * (m * m * f) = (n * m) * (n * m) * (q * f).
Proof. ring. Qed.

Lemma ratio_identity n p q r f : n * n * q * (p * r * f) = (q * r) * (n * n * p * f).
Proof. ring. Qed.

End Identities.

(** ** Plain averages *)

Section Counted.

Variables (R : realFieldType) (gT : finGroupType) (G : {group gT}).
Variable F : functions R gT.
Local Notation V := (space F).

Definition counted (t : seq gT) (g : gT) : R := (count_mem g t)%:R / (size t)%:R.

Lemma counted_average t f : {subset t <= G} ->
  average G (counted t) f = \sum_(i < size t) (size t)%:R^-1 *: act (nth 1%g t i) f :> V.
Proof.
move=> sG; rewrite -(big_mkord xpredT (fun i => (size t)%:R^-1 *: act (nth 1%g t i) f)).
rewrite -(big_nth 1%g xpredT (fun a => (size t)%:R^-1 *: act a f)) /average.
transitivity (\sum_(g in G) \sum_(a <- t) (if a == g then (size t)%:R^-1 else 0) *: (act g f : V)).
  apply: eq_bigr => g _; rewrite /counted -sum1_count natr_sum mulr_suml scaler_suml.
  by rewrite big_mkcond; apply: eq_bigr => a _ /=; case: eqP; rewrite ?mul1r ?scale0r.
rewrite exchange_big !big_seq; apply: eq_bigr => a /sG Ga.
rewrite (bigD1 a) //= eqxx big1 ?addr0 // => g /andP[_ ne_g].
by rewrite eq_sym (negPf ne_g) scale0r.
Qed.

Lemma counted_sum t : {subset t <= G} -> (0 < size t)%N -> \sum_(g in G) counted t g = 1.
Proof.
move=> sG t_gt0; have sch : scheme (R := R) G uniform (counted t) (size t) by exists t; split.
by have [] := scheme_support sch.
Qed.

End Counted.

(** ** Computation *)

Definition square_term : Type := Z * bool * bool * seq Z.

Definition term_poly (e q : Z) (t : square_term) : seq Z :=
  let: (c, i, j, a) := t in
  let s := scalez c (mulz a a) in
  let s := if i then shiftz s else s in
  if j then mulz [:: e; (- q)%BZ] s else s.

Definition walk_first (z : Z) : seq Z * seq Z := ([:: ((z - 1) * z)%BZ], [:: (- z)%BZ; 1%BZ]).

Definition walk_next (z : Z) (st : seq Z * seq Z) : seq Z * seq Z :=
  let q := (z - 1)%BZ in
  (scalez (q * q) st.2, addz (addz (shiftz st.2) (scalez (- (2 * q)) st.2)) (scalez (- 1) st.1)).

Fixpoint walk_sum (z : Z) (st : seq Z * seq Z) (Fs : seq Z) : seq Z :=
  if Fs is F :: Fs' then addz (scalez F st.2) (walk_sum z (walk_next z st) Fs') else [::].

Definition exclusion : Type := Z * seq Z * Z * seq square_term.

Definition excluded (o : Z) (p q : Z) (n : nat) (t : exclusion) : bool :=
  let: (D, Fs, L, ts) := t in
  let z := Z.of_nat n in
  let e := (z * z * p)%BZ in
  let f := addz [:: D] (walk_sum z (walk_first z) Fs) in
  [&& (0 <? D)%BZ, all (Z.leb 0) Fs, (0 <? L)%BZ, all (fun t => 0 <=? t.1.1.1)%BZ ts,
      all (Z.eqb 0) (foldr (fun t s => addz (term_poly e q t) s) (scalez L f) ts)
    & (hornerz f (z * z) <? o * D)%BZ].

Fixpoint tree_sizes (o : Z) (p q : Z) (n : nat) (ts : seq exclusion) : bool :=
  if ts is t :: ts' then excluded o p q n t && tree_sizes o p q n.+1 ts' else true.

Definition tree (o p q : Z) (m : nat) (ts : seq exclusion) (v : nat) : bool :=
  [&& (0 <? p)%BZ, (0 <? q)%BZ, tree_sizes o p q m ts & (v <= m + size ts)%N].

Lemma tree_sizesP o p q n ts k : tree_sizes o p q n ts -> (n <= k < n + size ts)%N ->
  exists t, excluded o p q k t.
Proof.
elim: ts n => [|t ts IHts] n /=; first by rewrite addn0 => _ /andP[/leq_ltn_trans lt /lt]; rewrite ltnn.
case/andP=> ex_t /IHts ex_ts; rewrite leq_eqVlt.
case/andP=> /predU1P[<- _|lt_nk lt_k]; first by exists t.
by apply: ex_ts; rewrite lt_nk addSnnS.
Qed.

(** ** Operators on functions of mean 0 *)

Section Operators.

Variables (R : realFieldType) (gT : finGroupType) (G : {group gT}) (n : nat).
Local Notation V := {ffun gT -> R^o}.
Variable x : 'I_n -> gT.
Hypothesis Gx : inside G x.
Let x' i := (x i)^-1%g.
Let Gx' : inside G x'. Proof. by move=> i; rewrite groupV. Qed.
Variables e q : R.
Hypothesis e_gt0 : 0 < e.
Hypothesis q_gt0 : 0 < q.
Hypothesis small : forall f : V, supported G f -> \sum_y f y = 0 ->
  q * fdot (step x f) (step x f) <= e * fdot f f.
Local Notation app := (app x).
Implicit Types (f g u v : V) (p a : {poly R}).

Lemma fdotDl f g h : fdot (f + g) h = fdot f h + fdot g h.
Proof. by rewrite fdotC fdotDr !(fdotC _ h). Qed.

Lemma fdotZl c f g : fdot (c *: f) g = c * fdot f g.
Proof. by rewrite fdotC fdotZr fdotC. Qed.

Lemma small_inverse g : supported G g -> \sum_y g y = 0 ->
  q * fdot (step x' g) (step x' g) <= e * fdot g g.
Proof.
move=> g0 sum_g; set h := step x' g.
have h0 : supported G h by apply: step_supported.
have sum_h : \sum_y h y = 0 by rewrite sum_step sum_g mulr0.
have le_h := small h0 sum_h.
have hE : fdot h h = fdot g (step x h).
  rewrite {1}/h step_adjoint; congr fdot; apply/ffunP=> y; rewrite !ffunE.
  by apply: eq_bigr => i _; rewrite /x' invgK.
have := fdot_ge0 (e *: g + (- q) *: step x h).
rewrite fdotDl !fdotDr !fdotZl !fdotZr [fdot (step x h) g]fdotC -hE => ge0.
rewrite -subr_ge0 -(pmulr_rge0 _ e_gt0); apply: le_trans ge0 _.
by rewrite -subr_ge0 (inverse_identity (ring_of R)) pmulr_rge0 // subr_ge0.
Qed.

Definition factor (i j : bool) : {poly R} :=
  (if j then e%:P - q *: 'X else 1) * (if i then 'X else 1).

Lemma factor_ge0 i j v : supported G v -> \sum_y v y = 0 -> 0 <= fdot v (app (factor i j) v).
Proof.
move=> v0 sum_v; set h := step x v.
have h0 : supported G h by apply: step_supported.
have sum_h : \sum_y h y = 0 by rewrite sum_step sum_v mulr0.
have app_i (k : V) : app (if i then 'X else 1) k = if i then X x k else k.
  by case: i; rewrite ?app1 // -['X]mulr1 appX app1.
have app_j (k : V) : app (if j then e%:P - q *: 'X else 1) k = if j then e *: k + (- q) *: X x k else k.
  case: j; rewrite ?app1 // appD appC -scaleNr appZ; congr (_ + _ *: _).
  by rewrite -['X]mulr1 appX app1.
rewrite /factor appM app_j app_i; case: j {app_j}; case: i {app_i}.
- rewrite fdotDr !fdotZr !dot_X -/h mulNr subr_ge0.
  have -> : fdot h (step x (X x v)) = fdot (step x' h) (step x' h).
    rewrite step_adjoint; congr fdot; apply/ffunP=> y; rewrite [LHS]ffunE [RHS]ffunE.
    by apply: eq_bigr => k _; rewrite /x' invgK.
  exact: small_inverse.
- by rewrite fdotDr !fdotZr dot_X mulNr subr_ge0 small.
- by rewrite dot_X fdot_ge0.
exact: fdot_ge0.
Qed.

(** ** Walks *)

Let one_at := point R gT.
Let z := Z.of_nat n.

Lemma fdot_point (f : V) : fdot one_at f = f 1%g.
Proof.
rewrite /fdot (bigD1 1%g) //= ffunE eqxx mul1r big1 ?addr0 // => y /negPf ne_y.
by rewrite ffunE ne_y mul0r.
Qed.

Lemma walk_ge0 k : 0 <= fdot one_at (walk R x k).
Proof. by rewrite fdot_point sum_ffunE sumr_ge0 // => i _; apply: branch_ge0. Qed.

Definition represents (st : seq Z * seq Z) k :=
  app (zpoly R st.2) one_at = walk R x k /\ app (zpoly R st.1) one_at = turning R x k.

Lemma represents_first : represents (walk_first z) 0.
Proof.
split; rewrite /= !poly_cons poly_nil mulr0 addr0.
  rewrite appD appX !appC zrN zr_nat scaleNr scale1r addrC.
  by rewrite /walk arrived1.
by rewrite appC turning0 zrM zrB zr_nat.
Qed.

Lemma represents_next st k : represents st k -> represents (walk_next z st) k.+1.
Proof.
case=> cur prev; split; last first.
  rewrite -[(walk_next z st).1]/(scalez ((z - 1) * (z - 1)) st.2).
  by rewrite poly_scale appZ cur turningS zrM zrB zr_nat.
rewrite -[(walk_next z st).2]/(addz (addz (shiftz st.2) (scalez (- (2 * (z - 1))) st.2)) (scalez (- 1) st.1)).
rewrite !poly_add !poly_scale poly_shift !appD !appZ appX cur prev walkS.
rewrite !zrN zrM zrB zr_nat scaleN1r -scaleNr; congr (_ + (- _) *: _ - _).
by rewrite -[zr R 2]/(2%:R) mulr_natl.
Qed.

Lemma walk_sum_ge0 st k Fs : represents st k -> all (Z.leb 0) Fs ->
  0 <= fdot one_at (app (zpoly R (walk_sum z st Fs)) one_at).
Proof.
elim: Fs st k => [|F Fs IHFs] st k rep.
  by rewrite poly_nil app0 fdot_point ffunE.
case/andP=> /(zr_ge0 R) F_ge0 Fs_ge0; rewrite [walk_sum _ _ _]/= poly_add appD fdotDr.
apply: addr_ge0; last exact: IHFs (represents_next rep) Fs_ge0.
by rewrite poly_scale appZ fdotZr mulr_ge0 //; case: rep => -> _; apply: walk_ge0.
Qed.

End Operators.

Section Terms.

Variables (R : realFieldType) (e q : Z).

Lemma term_polyE (t : square_term) : zpoly R (term_poly e q t)
  = zr R t.1.1.1 *: (zpoly R t.2 * (factor (zr R e) (zr R q) t.1.1.2 t.1.2 * zpoly R t.2)).
Proof.
case: t => [[[c i] j] a] /=; set P := zpoly R a.
have lin : zpoly R [:: e; (- q)%BZ] = (zr R e)%:P - zr R q *: 'X.
  rewrite !poly_cons poly_nil mulr0 addr0 zrN polyCN mulrN; congr (_ - _).
  by rewrite mulrC mul_polyC.
have scaled : zpoly R (scalez c (mulz a a)) = zr R c *: (P * P) by rewrite poly_scale poly_mul.
have shifted s : zpoly R (if i then shiftz s else s) = (if i then 'X else 1) * zpoly R s.
  by case: i; rewrite ?poly_shift ?mul1r.
have mul_j s : zpoly R (if j then mulz [:: e; (- q)%BZ] s else s)
    = (if j then (zr R e)%:P - zr R q *: 'X else 1) * zpoly R s.
  by case: j; rewrite ?mul1r // poly_mul lin.
rewrite mul_j shifted scaled /factor -!scalerAr; congr (_ *: _).
by rewrite [RHS]mulrCA !mulrA.
Qed.

End Terms.

(** ** Sizes *)

Section Bound.

Variables (R : realFieldType) (gT : finGroupType) (G : {group gT}).
Local Notation A := (all_functions R G).
Local Notation V := {ffun gT -> R^o}.

Lemma excluded_sound (s : seq gT) o p q t : {subset s <= G} -> (0 < size s)%N ->
    (0 <? p)%BZ -> (0 <? q)%BZ -> (o <= Z.of_nat #|G|)%BZ -> excluded o p q (size s) t ->
  ~ weak G A (fraction R p q) (counted R s).
Proof.
move=> sG s_gt0 /(zr_lt R) p_gt0 /(zr_lt R) q_gt0 le_o; case: t => [[[D Fs] L] ts].
rewrite /excluded; set n := size s; set z := Z.of_nat n; set e := (z * z * p)%BZ.
set f := addz [:: D] _; case/and5P=> /(zr_lt R) D_gt0 Fs_ge0 /(zr_lt R) L_gt0 /allP ts_ge0.
case/andP=> /(poly_eq0 R) eq0 few wk; pose x (i : 'I_n) := nth 1%g s i.
have Gx : inside G x by move=> i; apply/sG/mem_nth.
have n_gt0 : 0 < n%:R :> R by rewrite ltr0n.
have e_gt0 : 0 < zr R e by rewrite !zrM zr_nat !mulr_gt0.
have EA := functions_euclidean R G.
have sum_w : \sum_(g in G) counted R s g = 1 by apply: counted_sum.
have small (h : V) : supported G h -> \sum_y h y = 0 ->
    zr R q * fdot (step x h) (step x h) <= zr R e * fdot h h.
  move=> h0 sum_h; have Ph0 : fixed_average G (h : space A) = 0.
    apply/ffunP=> y; rewrite [RHS]ffunE /fixed_average [LHS]ffunE sum_ffunE.
    rewrite [X in _ *: X](_ : _ = 0) ?scaler0 //; have [Gy | Gy] := boolP (y \in G); last first.
      by rewrite big1 // => g Gg; rewrite ffunE h0 // groupMr ?groupV.
    rewrite -[RHS]sum_h [RHS](bigID (mem G)) /= [X in _ = _ + X]big1 ?addr0 => [|u /h0//].
    rewrite (reindex_inj (inj_comp (mulIg y) invg_inj)) /=; apply: eq_big => [u | u _].
      by rewrite groupMr ?groupV.
    by rewrite ffunE invMg invgK mulgA mulgV mul1g.
  have := (weakP EA (fraction R p q) sum_w).1 wk h h0.
  rewrite Ph0 (square0 EA) !subr0 !(dot_square EA).
  have -> : average G (counted R s) (h : space A) = n%:R^-1 *: step x h.
    rewrite counted_average //; apply/ffunP=> y; rewrite sum_ffunE [RHS]ffunE ffunE scaler_sumr.
    by apply: eq_bigr => i _; rewrite !ffunE.
  rewrite fdotZl fdotZr mulrA => le_h.
  have nn_gt0 : 0 < n%:R * n%:R * zr R q :> R by rewrite !mulr_gt0.
  move: le_h; rewrite -(ler_pmul2l nn_gt0) /fraction; congr (_ <= _).
    by rewrite (clear_identity (ring_of R)) mulfV ?gt_eqF // !mul1r.
  by rewrite (ratio_identity (ring_of R)) mulfV ?gt_eqF // mul1r !zrM zr_nat.
pose dp := point R gT.
have psd : fdot (centre R G) (app x (zpoly R f) (centre R G)) <= 0.
  have : zr R L *: zpoly R f + \sum_(t <- ts) zpoly R (term_poly e q t) = 0.
    rewrite -[RHS]eq0; elim: (ts) => [|t us IHus]; first by rewrite big_nil addr0 poly_scale.
    by rewrite big_cons addrCA IHus [foldr _ _ _]/= poly_add.
  move/eqP; rewrite addr_eq0 => /eqP Lf; rewrite -(pmulr_rle0 _ L_gt0) -fdotZr -appZ Lf.
  rewrite -scaleN1r appZ fdotZr mulN1r oppr_le0; elim: (ts) ts_ge0 => [|t us IHus] us_ge0.
    by rewrite big_nil app0 -(scale0r (centre R G)) fdotZr mul0r.
  rewrite big_cons appD fdotDr addr_ge0 //; last first.
    by apply: IHus => u us_u; apply: us_ge0; rewrite inE us_u orbT.
  rewrite term_polyE appZ fdotZr mulr_ge0 //; first by apply/zr_ge0/us_ge0/mem_head.
  rewrite 2!appM -app_adjoint; apply: (factor_ge0 Gx e_gt0 q_gt0 small).
    by apply: app_supported => //; apply: centre_supported.
  by rewrite sum_app sum_centre mulr0.
have low : zr R D <= fdot dp (app x (zpoly R f) dp).
  rewrite /f poly_add appD fdotDr poly_cons poly_nil mulr0 addr0 appC fdotZr fdot_point.
  rewrite ffunE eqxx mulr1 ler_addl.
  by apply: (walk_sum_ge0 _ Fs_ge0); apply: represents_first.
have := low; rewrite (point_app Gx) => {}low.
have : #|G|%:R * zr R D <= (zpoly R f).[n%:R * n%:R].
  have G_gt0 := orderR_gt0 R G; rewrite -(ler_pmul2l G_gt0) in low.
  apply: le_trans low _; rewrite mulrDr mulrA mulfV ?gt_eqF // mul1r ger_addr.
  by rewrite pmulr_rle0.
rewrite leNgt => /negP; apply.
have := zr_lt R few; rewrite poly_horner !zrM zr_nat => /lt_le_trans; apply.
rewrite ler_wpmul2r ?(ltW D_gt0) // -[#|G|%:R]zr_nat; apply: zr_le; exact/Z.leb_le.
Qed.

Theorem tree_bound o p q m ts v :
    (o <= Z.of_nat #|G|)%BZ -> at_least G uniform (weak G A (fraction R p q)) m -> tree o p q m ts v ->
  at_least G uniform (weak G A (fraction R p q)) v.
Proof.
move=> le_o low /and4P[p_gt0 q_gt0 ex_ts le_v] w l sch wk; rewrite leqNgt; apply/negP=> lt_l.
have [|t] := tree_sizesP ex_ts (k := l).
  by rewrite (low w l sch wk) (leq_trans lt_l).
have [s [sG s_gt0 -> w_s]] := sch => ex_t.
apply: (excluded_sound sG s_gt0 p_gt0 q_gt0 le_o ex_t) => f Ff; have := wk f Ff.
suff -> : average G w f = average G (counted R s) f by [].
by apply: eq_bigr => g _; rewrite w_s.
Qed.

End Bound.

(* The order, and what excludes fewer than m elements, are shown elsewhere.   *)
Theorem tree_sound (R : realFieldType) N S o p q m ts v (G := group_of N S)
    (F := all_functions R G) :
    (o <= Z.of_nat #|G|)%BZ -> at_least G uniform (weak G F (fraction R p q)) m -> tree o p q m ts v ->
  at_least G uniform (weak G F (fraction R p q)) v.
Proof. exact: tree_bound. Qed.
