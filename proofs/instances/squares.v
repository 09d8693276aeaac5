(** * Sums of squares in the group algebra, with a kernel                      *)
(*                                                                            *)
(* A form a, a real function on G, gives every vector v of a class F the      *)
(* number that is the sum over h of a h * dot v (h.v). It is not negative if  *)
(* a is a sum of squares up to a remainder that is dominated at 1. Where the  *)
(* form is 0 at some v (the error of a scheme is exactly eps) this needs one  *)
(* idempotent more, the projection onto its kernel (MATHEMATICS.md, 3.4,      *)
(* 3.20).                                                                     *)
(*                                                                            *)
(*     cross G x y h == the sum over g in G of x g * y (h * g)                *)
(*       form G a v == the sum over h in G of a h * dot v (h.v)               *)
(* nonnegative_form N S n base A bs B c zs Z ks K == a + z + k - b~ b is      *)
(*                     dominated at 1, k is a symmetric idempotent and        *)
(*                     (a + z) k = 0, where a h = base h / A and b, z, k are  *)
(*                     the weights bs/B, (c + zs)/Z, ks/K                     *)
(* error_form N p q es W h == q W^2 times p/q [h = 1] - (w~ w)(h), for w es/W *)
(*  displaced es h == the list of w - h.w                                     *)
(*  near_kernel N S n k es W p q bs B c zs Z ks K m == es, W is a scheme of   *)
(*                     kind k and at most m elements whose error form is not  *)
(*                     negative (gram, moments, blocks, abelian)              *)
(* displacements N S n k es W p q c zs Z roots m == the same for w - h.w and  *)
(*                     2 eps and every h, or h^-1, in the list roots, which   *)
(*                     has data bs, B, ks, K for each (displacement)          *)

From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From SsrMultinomials Require Import mpoly.
From Reynolds.instances Require Import claims modules numbers listing actions terms weights.
From Reynolds.instances Require Import exactness.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

(** ** Forms *)

Section Forms.

Variables (R : realFieldType) (gT : finGroupType) (G : {group gT}).
Variables (F : functions R gT) (dot : space F -> space F -> R).
Hypothesis EF : euclidean G dot.
Local Notation V := (space F).
Local Notation E := (@average R gT G F).
Local Notation P := (fixed_average G).
Implicit Types (a w z b k : gT -> R) (u v f : V).

Definition cross (x y : gT -> R) h := \sum_(g in G) x g * y (h * g)%g.

Definition symmetric_on a := {in G, forall g, a g^-1%g = a g}.

Definition form a v := \sum_(h in G) a h * dot v (act h v).

Lemma formE a v : form a v = dot v (E a v).
Proof. by rewrite /average (dot_sumr EF). Qed.

Lemma formD a b v : form (fun g => a g + b g) v = form a v + form b v.
Proof. by rewrite /form -big_split; apply: eq_bigr => h _; rewrite mulrDl. Qed.

Lemma formN a v : form (fun g => - a g) v = - form a v.
Proof. by rewrite /form -sumrN; apply: eq_bigr => h _; rewrite mulNr. Qed.

Lemma dot_average a u v : symmetric_on a -> dot (E a u) v = dot u (E a v).
Proof.
move=> sym; rewrite /average (dot_suml EF) (dot_sumr EF) (reindex_inj invg_inj) /=.
apply: eq_big => [g|g Gg]; first by rewrite groupV.
by rewrite (dot_actV EF) // invgK sym // -groupV.
Qed.

Lemma average_average a k v : symmetric_on a -> symmetric_on k ->
  E a (E k v) = \sum_(x in G) cross k a x^-1%g *: act x v.
Proof.
move=> sym_a sym_k; rewrite {1}/average.
transitivity (\sum_(g in G) \sum_(h in G) (a g * k h) *: act (h * g)%g v : V).
  by apply: eq_bigr => g Gg; rewrite (act_average EF) // scaler_sumr; apply: eq_bigr => h _; rewrite scalerA.
transitivity (\sum_(h in G) \sum_(g in G) (a g * k h) *: act (h * g)%g v : V).
  exact: exchange_big.
transitivity (\sum_(h in G) \sum_(x in G) (a (h^-1 * x)%g * k h) *: act x v : V).
  apply: eq_bigr => h Gh; rewrite [RHS](reindex_inj (mulgI h)) /=.
  by apply: eq_big => [x|x _]; rewrite ?groupMl ?mulKg.
rewrite exchange_big; apply: eq_bigr => x Gx /=; rewrite -scaler_suml; congr (_ *: _).
apply: eq_bigr => h Gh; rewrite mulrC; congr (_ * _).
by rewrite -sym_a ?invMg ?invgK // groupM ?groupV.
Qed.

Lemma form_dominated r v : \sum_(h in G | h != 1%g) `|r h| <= r 1%g -> 0 <= form r v.
Proof.
move=> small; rewrite /form (bigD1 1%g) //= (act1v EF) -ler_subl_addl sub0r.
rewrite -[X in - _ <= X]opprK ler_opp2.
apply: le_trans (_ : \sum_(h in G | h != 1%g) `|r h| * dot v v <= _).
  rewrite -sumrN; apply: ler_sum => h /andP[Gh _].
  rewrite -mulNr; apply: le_trans (ler_norm _) _; rewrite normrM normrN.
  by rewrite ler_wpmul2l ?(dot_act_le EF).
by rewrite -mulr_suml ler_wpmul2r ?(dot_ge0 EF).
Qed.

Theorem form_ge0 a z b k v (az := fun h => a h + z h) (r := fun h => az h + k h - correlation G b h) :
    member v -> P v = 0 -> exact G F z -> symmetric_on az -> symmetric_on k ->
    {in G, forall h, cross k k h = k h} -> {in G, forall h, cross k az h = 0} ->
    \sum_(h in G | h != 1%g) `|r h| <= r 1%g ->
  0 <= form a v.
Proof.
move=> Fv Pv0 ex_z sym_a sym_k kk ak small.
have z0 : form z v = 0.
  rewrite formE -(@fixed_invariant _ _ G F (E z v)) => [|g]; last exact: ex_z.
  by rewrite (fixed_scheme EF) Pv0 scaler0 (dotv0 EF).
have -> : form a v = form az v by rewrite formD z0 addr0.
pose u := v - E k v.
have ak0 : E az (E k v) = 0.
  rewrite average_average // big1 // => x Gx; rewrite ak ?groupV //.
  by rewrite scale0r.
have kk0 : E k (E k v) = E k v.
  by rewrite average_average //; apply: eq_bigr => x Gx; rewrite kk ?groupV // sym_k.
have -> : form az v = form az u.
  have au : E az u = E az v by rewrite (average_sub EF) ak0 subr0.
  by rewrite !formE -{1}au -dot_average // -au (dotC EF).
have ku0 : form k u = 0 by rewrite formE (average_sub EF) kk0 subrr (dotv0 EF).
have sq : form (correlation G b) u = square (E b u) by rewrite (square_average EF).
have : 0 <= form r u by apply: form_dominated.
rewrite /r formD formN formD ku0 addr0 sq subr_ge0; apply: le_trans.
by rewrite (dot_square EF) (dot_ge0 EF).
Qed.

End Forms.

(** ** Approximate averaging *)

Section Approximate.

Variables (R : realFieldType) (gT : finGroupType) (G : {group gT}).
Variables (F : functions R gT) (dot : space F -> space F -> R).
Hypothesis EF : euclidean G dot.
Local Notation V := (space F).
Local Notation E := (@average R gT G F).
Local Notation P := (fixed_average G).
Implicit Types (w : gT -> R) (eps : R) (v : V).

Definition error_weight eps w h := eps *+ (h == 1%g) - correlation G w h.

Lemma error_form_square eps w v :
  form G dot (error_weight eps w) v = eps * square v - square (E w v).
Proof.
rewrite /form (square_average EF) (dot_square EF v) -[X in _ = X - _]/(_ * _).
rewrite (eq_bigr (fun h => eps *+ (h == 1%g) * dot v (act h v)
    - correlation G w h * dot v (act h v))) => [|h _]; last by rewrite mulrBl.
rewrite sumrB; congr (_ - _); rewrite (bigD1 1%g) //= eqxx mulr1n (act1v EF).
by rewrite big1 ?addr0 // => h /andP[_ /negPf->]; rewrite mul0r.
Qed.

(* 3.4: it is enough to look at functions whose average is 0.                 *)
Lemma error_weak eps w : \sum_(g in G) w g = 1 ->
    (forall v, member v -> P v = 0 -> 0 <= form G dot (error_weight eps w) v) ->
  weak G F eps w.
Proof.
move=> sum_w ge0; apply: (weak_centred EF) => // v Fv Pv0.
by rewrite -subr_ge0 -error_form_square ge0.
Qed.

(* 3.20: the strong condition as it stands.                                   *)
Lemma displacement_strong eps w : \sum_(g in G) w g = 1 ->
    {in G, forall h v, member v -> P v = 0 ->
      square (E w v - act h (E w v)) <= eps *+ 2 * square v} ->
  strong G F eps w.
Proof.
move=> sum_w le f Ff h Gh; pose v := f - P f.
have Fv : member v by apply: (member_sub EF) => //; apply: (member_fixed EF).
have Pv0 : P v = 0 by rewrite (fixed_sub EF) (fixed_id EF) subrr.
have <- : E w v - act h (E w v) = E w f - act h (E w f).
  have -> : E w v = E w f - P f.
    by rewrite /v (average_sub EF) (scheme_fixed EF).
  by rewrite (act_sub EF) (act_fixed EF) // opprB addrA subrK.
by apply: le_trans (le h Gh v Fv Pv0) _; rewrite (mean_squareE EF) -(square_sub_fixed EF) mulrnAl mulrnAr.
Qed.

End Approximate.

(** ** Computation *)

Section Computation.

Variables (N : nat) (S : seq (seq nat)) (n : nat).

Section Form.

Variables (base : seq nat -> Z) (A : Z) (bs : seq term) (B c : Z) (zs : seq term) (Z : Z).
Variables (ks : seq term) (K : BinInt.Z).

Definition shifted (zm : trie BinInt.Z) (x : seq nat) : BinInt.Z :=
  (Z * base x + A * (c + total x zm))%BZ.

Definition left_over (am bm km : trie BinInt.Z) (x : seq nat) : BinInt.Z :=
  (B * B * K * total x am + A * Z * (B * B) * total x km
   - A * Z * K * correlate bs bm x)%BZ.

Definition nonnegative_form : bool :=
  [&& listed N S n bs, listed N S n zs, listed N S n ks,
      (0 <? A)%BZ, (0 <? B)%BZ, (0 <? Z)%BZ, (0 <? K)%BZ
    & let L := elements N S n in
      let zm := gather zs in
      let am := gather [seq (x, shifted zm x) | x <- L] in
      let km := gather ks in
      let r := left_over am (gather bs) km in
      [&& all (fun x => let y := inverse N x in
            (total y am =? total x am)%BZ && (total y km =? total x km)%BZ) L,
          all (fun x => (correlate ks km x =? K * total x km)%BZ
            && (correlate ks am x =? 0)%BZ) L
        & (zsum [seq Z.abs (r h) | h <- L & h != identity N] <=? r (identity N))%BZ]].

End Form.

Variables (es : seq term) (W p q c : Z) (zs : seq term) (Z : Z).

Definition error_form (us : seq term) (um : trie BinInt.Z) (x : seq nat) : BinInt.Z :=
  ((if x == identity N then p * (W * W) else 0) - q * correlate us um x)%BZ.

Definition within (us bs : seq term) (B : BinInt.Z) (ks : seq term) (K : BinInt.Z) : bool :=
  nonnegative_form (error_form us (gather us)) (q * (W * W)) bs B c zs Z ks K.

Definition displaced (h : seq nat) : seq term :=
  es ++ [seq (compose e.1 h, (- e.2)%BZ) | e <- es].

Definition displacement : Type := seq nat * (seq term * BinInt.Z) * (seq term * BinInt.Z).

Definition displacements_within (roots : seq displacement) : bool :=
  let t := gather [seq (r.1.1, 1%BZ) | r <- roots] in
  let found x := (0 <? total x t)%BZ in
  all (fun x => found x || found (inverse N x)) (elements N S n)
  && all (fun r : displacement => let: (h, (bs, B), (ks, K)) := r in
       within (displaced h) bs B ks K) roots.

End Computation.

Definition near_kernel N S n (k : weights) es W p q bs B c zs Z ks K (m : nat) : bool :=
  [&& generated N S n, listed N S n es, (0 <? W)%BZ, (0 <? q)%BZ,
      within N S n W p q c zs Z es bs B ks K, kind_ok k es W & (size es <= m)%N].

Definition displacements N S n (k : weights) es W p q c zs Z roots (m : nat) : bool :=
  [&& generated N S n, listed N S n es, listed N S n [seq (r.1.1, 1%BZ) | r <- roots],
      (0 <? W)%BZ, (0 <? q)%BZ, displacements_within N S n es W (2 * p) q c zs Z roots,
      kind_ok k es W & (size es <= m)%N].

(** ** Soundness *)

Section Soundness.

Variables (R : realFieldType) (N : nat) (S : seq (seq nat)) (n : nat).
Hypothesis gen_n : generated N S n.

Local Notation G := (group_of N S).
Local Notation L := (elements N S n).
Local Notation zr := (zr R).
Local Notation weight := (@weight R N).

Lemma zr_lt0 z : (0 <? z)%BZ -> 0 < zr z.
Proof. exact: zr_lt. Qed.

Lemma crossE ks K (y : 'S_N -> R) (ym : trie Z) C x :
    {in ks, forall e, e.1 \in L} -> x \in L ->
    {in L, forall z, y (permutation N z) = zr (total z ym) / C} ->
  cross G (weight ks K) y (permutation N x) = zr (correlate ks ym x) / (zr K * C).
Proof.
move=> ks_L Lx yE; rewrite /cross (weight_sumr gen_n K ks_L (fun g => y (permutation N x * g)%g)).
rewrite /correlate zr_zsum big_map mulr_suml !big_seq; apply: eq_bigr => e /ks_L Le.
rewrite -permutationM ?(elements_perm gen_n) // yE ?(elements_compose gen_n) //.
by rewrite zrM invfM mulrACA.
Qed.

Section Class.

Variables (F : functions R [finGroupType of 'S_N]) (dot : space F -> space F -> R).
Hypothesis EF : euclidean G dot.
Local Notation E := (@average R _ G F).

Section Form.

Variables (base : seq nat -> Z) (A : Z) (a : 'S_N -> R).
Hypothesis aE : {in L, forall x, a (permutation N x) = zr (base x) / zr A}.

Lemma nonnegative_formP bs B c zs Zd ks K v :
    exact G F (weight zs Zd) -> nonnegative_form N S n base A bs B c zs Zd ks K ->
    member v -> fixed_average G v = 0 ->
  0 <= form G dot a v.
Proof.
move=> ex_z /and5P[/(listedP gen_n) bs_L /(listedP gen_n) zs_L /(listedP gen_n) ks_L].
move=> /zr_lt0 A_gt0 /and4P[/zr_lt0 B_gt0 /zr_lt0 Z_gt0 /zr_lt0 K_gt0].
lazy zeta; set am := gather (map _ _); set r := left_over _ _ _ _ _ _ _ _; move=> /and3P[/allP sym /allP ker le_r] Fv Pv0.
have [nzA nzB nzZ nzK] : [/\ zr A != 0, zr B != 0, zr Zd != 0 & zr K != 0] by split; rewrite gt_eqF.
pose z g := fraction R c Zd + weight zs Zd g.
pose k := weight ks K; pose b := weight bs B; pose az g := a g + z g.
have kE : {in L, forall x, k (permutation N x) = zr (total x (gather ks)) / zr K}.
  by move=> x Lx; rewrite /k (weightE _ gen_n _ ks_L) ?(elements_perm gen_n).
have azE : {in L, forall x, az (permutation N x) = zr (total x am) / (zr A * zr Zd)}.
  move=> x Lx; rewrite /az /z aE // (weightE _ gen_n _ zs_L) ?(elements_perm gen_n) //.
  rewrite (total_table R _ gen_n) // /shifted zrD !zrM zrD /fraction -mulrDl [RHS]mulrDl invfM.
  rewrite [zr Zd * _]mulrC [_ * _ * (_ / _)]mulrACA divff // mulr1; congr (_ + _).
  by rewrite mulrACA divff // mul1r.
have nzAZ : zr A * zr Zd != 0 by rewrite mulf_neq0.
have ex_zc : exact G F z.
  move=> f Ff h Gh; rewrite /average.
  have -> : \sum_(g in G) z g *: act g f = average G (fun=> fraction R c Zd) f + average G (weight zs Zd) f.
    by rewrite /average -big_split; apply: eq_bigr => g _; rewrite /z scalerDl.
  have lin := act_linear EF h.
  by rewrite -[@act _ _ F h]/(Linear lin : space F -> space F) linearD /= (constant_exact EF) // ex_z.
have invL x : x \in L -> inverse N x \in L /\ permutation N (inverse N x) = (permutation N x)^-1%g.
  move=> Lx; have [perm_y eq_y] := permutation_inverse (elements_perm gen_n Lx); split=> //.
  by apply: (elements_of gen_n) => //; rewrite eq_y groupV (permutation_in gen_n).
apply: (form_ge0 EF Fv Pv0 ex_zc (k := k) (b := b)).
- apply: (forall_elements gen_n) => x Lx; have [Ly <-] := invL x Lx.
  by rewrite -[LHS]/(az _) -[RHS]/(az _) !azE //; have /andP[/Z.eqb_eq-> _] := sym x Lx.
- apply: (forall_elements gen_n) => x Lx; have [Ly <-] := invL x Lx.
  by rewrite !kE //; have /andP[_ /Z.eqb_eq->] := sym x Lx.
- apply: (forall_elements gen_n) => x Lx; rewrite (crossE _ ks_L Lx kE) kE //.
  have /andP[/Z.eqb_eq-> _] := ker x Lx.
  by rewrite zrM invfM mulrACA divff // mul1r.
- apply: (forall_elements gen_n) => x Lx; rewrite (crossE _ ks_L Lx azE).
  by have /andP[_ /Z.eqb_eq->] := ker x Lx; rewrite mul0r.
pose M := zr A * zr Zd * (zr B * zr B) * zr K.
have M_gt0 : 0 < M by rewrite !mulr_gt0.
have rE x : x \in L -> M * (az (permutation N x) + k (permutation N x) - correlation G b (permutation N x)) = zr (r x).
  have cancel y u t : y != 0 -> M = y * u -> M * (t / y) = u * t.
    by move=> nzy ->; rewrite mulrC mulrA divfK // mulrC.
  move=> Lx; rewrite azE // kE // (correlateE _ gen_n _ bs_L) // mulrBr mulrDr.
  rewrite /r /left_over zrB zrD; congr (_ + _ - _).
  - by rewrite (cancel _ (zr B * zr B * zr K)) // ?zrM // /M -mulrA.
  - by rewrite (cancel _ (zr A * zr Zd * (zr B * zr B))) ?zrM // /M mulrC.
  rewrite (cancel _ (zr A * zr Zd * zr K)) ?mulf_neq0 ?zrM // /M.
  by rewrite mulrAC mulrC.
have r1 := rE _ (identity_listed _ _ _); rewrite permutation_identity in r1.
rewrite -[X in X <= _]/(\sum_(h in G | h != 1%g) `|az h + k h - correlation G b h|).
rewrite -[X in _ <= X]/(az 1%g + k 1%g - correlation G b 1%g).
rewrite -(ler_pmul2l M_gt0) mulr_sumr r1.
have -> : \sum_(h in G | h != 1%g) M * `|az h + k h - correlation G b h| = zr (zsum [seq Z.abs (r h) | h <- L & h != identity N]).
  rewrite zr_zsum big_map big_filter big_mkcondr (sum_elements gen_n) /= [RHS]big_mkcond.
  rewrite !big_seq; apply: eq_bigr => x Lx; rewrite (permutation_eq1 gen_n) //.
  by case: ifP => // _; rewrite zr_abs -rE // normrM (ger0_norm (ltW M_gt0)).
exact: zr_le.
Qed.

End Form.

Lemma within_le W p q c zs Zd us bs B ks K v :
    exact G F (weight zs Zd) -> {in us, forall e, e.1 \in L} -> (0 <? W)%BZ -> (0 <? q)%BZ ->
    within N S n W p q c zs Zd us bs B ks K -> member v -> fixed_average G v = 0 ->
  0 <= form G dot (error_weight G (fraction R p q) (weight us W)) v.
Proof.
move=> ex_z us_L /zr_lt0 W_gt0 /zr_lt0 q_gt0; apply: nonnegative_formP => // x Lx.
have [nzq nzW] : zr q != 0 /\ zr W != 0 by rewrite !gt_eqF.
rewrite /error_weight (correlateE _ gen_n _ us_L) // (permutation_eq1 gen_n) // /error_form.
rewrite zrB !zrM mulrBl -mulf_div divff // mul1r; congr (_ - _); rewrite /fraction.
case: (x == _); last by rewrite mulr0n mul0r.
by rewrite mulr1n !zrM -mulf_div divff ?mulr1 ?mulf_neq0.
Qed.

Lemma displaced_listed es h : {in es, forall e, e.1 \in L} -> h \in L ->
  {in displaced es h, forall e, e.1 \in L}.
Proof.
move=> es_L Lh e; rewrite mem_cat => /orP[/es_L //|/mapP[e' /es_L Le' ->]].
exact: (elements_compose gen_n).
Qed.

(* The scheme w - h.w.                                                        *)
Lemma average_displaced es W h v : {in es, forall e, e.1 \in L} -> h \in L ->
  average G (weight (displaced es h) W) v
  = E (weight es W) v - act (permutation N h) (E (weight es W) v).
Proof.
move=> es_L Lh; have moved_L := displaced_listed es_L Lh.
rewrite !(average_weight gen_n) // big_cat big_map; congr (_ + _).
rewrite (act_sum EF) -sumrN !big_seq; apply: eq_bigr => e /es_L Le.
rewrite zrN mulNr scaleNr; congr (- (_ *: _)).
by rewrite permutationM ?(elements_perm gen_n) // (actMv EF) ?(permutation_in gen_n).
Qed.

Lemma near_kernel_weak k es W p q bs B c zs Zd ks K m :
    exact G F (weight zs Zd) -> near_kernel N S n k es W p q bs B c zs Zd ks K m ->
  at_most G k (weak G F (fraction R p q)) m.
Proof.
move=> ex_z /and5P[_ /(listedP gen_n) es_L W_gt0 q_gt0 /and3P[near kind le_m]].
apply: (kind_at_most gen_n es_L kind) => //.
apply: (error_weak EF); first exact: (kind_total R gen_n es_L kind).
by move=> v Fv Pv0; apply: (within_le ex_z es_L W_gt0 q_gt0 near).
Qed.

Lemma displacements_strong k es W p q c zs Zd roots m :
    exact G F (weight zs Zd) -> displacements N S n k es W p q c zs Zd roots m ->
  at_most G k (strong G F (fraction R p q)) m.
Proof.
move=> ex_z /and5P[_ /(listedP gen_n) es_L /(listedP gen_n) roots_L W_gt0].
case/and4P=> q_gt0 /andP[/allP cover /allP within_all] kind le_m.
apply: (kind_at_most gen_n es_L kind) => //; set w := weight es W.
apply: (displacement_strong EF); first exact: (kind_total R gen_n es_L kind).
have root_le r v : r \in roots -> member v -> fixed_average G v = 0 ->
    square (E w v - act (permutation N r.1.1) (E w v)) <= fraction R p q *+ 2 * square v.
  move=> roots_r Fv Pv0; have Lh : r.1.1 \in L.
    by apply: (roots_L (r.1.1, 1%BZ)); apply/mapP; exists r.
  move: (within_all r roots_r) Lh; case: r {roots_r} => [[h [bs B]] [ks K]] near Lh.
  have := within_le ex_z (displaced_listed es_L Lh) W_gt0 q_gt0 near Fv Pv0.
  rewrite (error_form_square EF) average_displaced // subr_ge0.
  by rewrite /fraction zrM -[zr 2]/(2%:R) -[2%:R * _ / _]mulrA mulr_natl.
have covered x : x \in L -> forall v, member v -> fixed_average G v = 0 ->
    (0 <? total x (gather [seq (r.1.1, 1%BZ) | r <- roots]))%BZ ->
    square (E w v - act (permutation N x) (E w v)) <= fraction R p q *+ 2 * square v.
  move=> Lx v Fv Pv0 /(zr_lt R); rewrite total_gather => gt0.
  have /hasP[r roots_r /eqP <-] : has (fun r : displacement => r.1.1 == x) roots.
    apply: contraLR gt0 => no_r; rewrite big_map big1_seq ?ltxx // => r /andP[/= /eqP eq_r roots_r].
    by case/negP: no_r; apply/hasP; exists r => //=; apply/eqP.
  exact: root_le.
apply: (forall_elements gen_n) => x Lx v Fv Pv0.
case/orP: (cover x Lx) => [/covered-> // | found].
have [perm_y eq_y] := permutation_inverse (elements_perm gen_n Lx).
have Ly : inverse N x \in L.
  by apply: (elements_of gen_n) => //; rewrite eq_y groupV (permutation_in gen_n).
have := covered _ Ly v Fv Pv0 found; rewrite eq_y; set g := permutation N x; set u := E w v.
have Gg : g \in G by apply: (permutation_in gen_n).
suff -> : square (u - act g u) = square (u - act g^-1%g u) by [].
have squareN u' : square (- u' : space F) = square u'.
  by rewrite -sub0r (squareB EF) (square0 EF) (dotC EF) (dotv0 EF) mul0rn subr0 add0r.
have GV : g^-1%g \in G by rewrite groupV.
rewrite !(dot_square EF) -(dot_act EF GV) (act_sub EF) -(actMv EF) // mulgV (act1v EF).
by rewrite -!(dot_square EF) -opprB squareN.
Qed.

End Class.

(* All functions on G: z is a constant.                                       *)
Lemma no_weight_exact Zd : exact G (all_functions R G) (weight [::] Zd).
Proof.
have EF := functions_euclidean R G; move=> f Ff h Gh; rewrite /average big1 => [|g _].
  by rewrite -(scale0r (0 : space (all_functions R G))) (act_scale EF) !scale0r.
by rewrite /weight big_nil mul0r scale0r.
Qed.

End Soundness.

Section Theorems.

Variables (R : realFieldType) (N : nat) (S : seq (seq nat)) (n : nat).
Local Notation G := (group_of N S).

(* On polynomials.                                                            *)
Theorem near_kernel_sound d D k es W p q bs B c zs Zd ks K m :
    near_kernel N S n k es W p q bs B c zs Zd ks K m
      && (listed N S n zs && invariant_averages N S d D zs) ->
  at_most G k (weak G (polynomials R d N D) (fraction R p q)) m.
Proof.
case/andP=> near /andP[zs_L inv_z]; have [gen_n _] := andP near; have [sign_S _] := andP inv_z.
have EF := polynomials_euclidean R (generated_gens gen_n) sign_S D.
exact: (near_kernel_weak gen_n EF (invariant_exact Zd gen_n (listedP gen_n zs_L) inv_z) near).
Qed.

Theorem displacements_sound d D k es W p q c zs Zd roots m :
    displacements N S n k es W p q c zs Zd roots m
      && (listed N S n zs && invariant_averages N S d D zs) ->
  at_most G k (strong G (polynomials R d N D) (fraction R p q)) m.
Proof.
case/andP=> near /andP[zs_L inv_z]; have [gen_n _] := andP near; have [sign_S _] := andP inv_z.
have EF := polynomials_euclidean R (generated_gens gen_n) sign_S D.
exact: (displacements_strong gen_n EF (invariant_exact Zd gen_n (listedP gen_n zs_L) inv_z) near).
Qed.

(* On all functions on G.                                                     *)
Theorem near_kernel_all_sound k es W p q bs B c Zd ks K m :
    near_kernel N S n k es W p q bs B c [::] Zd ks K m ->
  at_most G k (weak G (all_functions R G) (fraction R p q)) m.
Proof.
move=> near; have [gen_n _] := andP near.
exact: (near_kernel_weak gen_n (functions_euclidean R G) (@no_weight_exact R N S Zd) near).
Qed.

Theorem displacements_all_sound k es W p q c Zd roots m :
    displacements N S n k es W p q c [::] Zd roots m ->
  at_most G k (strong G (all_functions R G) (fraction R p q)) m.
Proof.
move=> near; have [gen_n _] := andP near.
exact: (displacements_strong gen_n (functions_euclidean R G) (@no_weight_exact R N S Zd) near).
Qed.

End Theorems.
