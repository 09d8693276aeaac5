(** * Evidence moments, computed (MATHEMATICS.md, 3.14)                       *)
(*                                                                            *)
(* For a scheme w of sum 1 let b = (w~ * w)^h in the group algebra, h = 2^j.  *)
(* If |G| (sum of b(g)^2) - 1 <= eps^(2h), then w is within eps on every      *)
(* class. Here b is found by multiplying with w and w~ one after the other,   *)
(* which takes |G| times the number of elements of w each time, where the     *)
(* sums of squares of nearness.v go through the multiplication table.         *)
(*                                                                            *)
(*   keyed L L' K == K gives different elements x of L different short keys,  *)
(*                    L' being the way back                                   *)
(*       rows L K es == for every x in L its key, and for every e in es the   *)
(*                    integer of e with the key of e x                        *)
(*       pass rs m == the map that takes the sum over e of its integer times  *)
(*                    the value of m at e x, to every x                       *)
(*   moment N S n b l es W p q j == the inequality above for es, W and p / q, *)
(*                    with keys of l digits in base b                         *)

From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From SsrMultinomials Require Import mpoly.
From Reynolds.instances Require Import claims modules numbers listing actions terms weights exactness nearness.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

(** ** In a module *)

Section Moments.

Variables (R : realFieldType) (gT : finGroupType) (G : {group gT}).
Variables (F : functions R gT) (dot : space F -> space F -> R).
Hypothesis EF : euclidean G dot.
Local Notation V := (space F).
Local Notation E := (@average R gT G F).
Local Notation P := (@fixed_average R gT G F).
Variable w : gT -> R.
Implicit Types (f : gT -> R) (u v : V) (g h x : gT).

Lemma cauchy u v : dot u v ^+ 2 <= dot u u * dot v v.
Proof.
have lin r s : dot (r - s *: v) (r - s *: v) = dot r r - s * dot r v *+ 2 + s ^+ 2 * dot v v.
  have scale_r y z : dot y (s *: z) = s * dot y z.
    have lin_y := dot_linear EF y.
    by rewrite -[dot y]/(Linear lin_y : V -> R^o) linearZ.
  rewrite -(dot_square EF) (squareB EF) !(dot_square EF) !scale_r [dot (s *: v) v](dotC EF) scale_r.
  by rewrite mulrA -expr2.
have [v0 | nzv] := eqVneq (dot v v) 0; last first.
  have v_gt0 : 0 < dot v v by rewrite lt_def nzv (dot_ge0 EF).
  set t := dot u v / dot v v; have tv : t * dot v v = dot u v by rewrite /t divfK.
  have := dot_ge0 EF (u - t *: v); rewrite lin expr2 -[t * t * _]mulrA tv mulr2n opprD !addrA subrK subr_ge0.
  by rewrite -(ler_pmul2r v_gt0) mulrAC tv -expr2.
rewrite v0 mulr0; have [-> | nz] := eqVneq (dot u v) 0; first by rewrite expr0n.
have := dot_ge0 EF (u - ((dot u u + 1) / (dot u v *+ 2)) *: v).
have nz2 : dot u v *+ 2 != 0 by rewrite mulrn_eq0.
rewrite lin v0 mulr0 addr0 -mulrnAr divfK // opprD addrA subrr sub0r oppr_ge0 leNgt.
by rewrite ltr01.
Qed.

(* The adjoint of E w.                                                        *)
Definition adjoint v : V := \sum_(g in G) w g *: act g^-1%g v.

Lemma adjointE u v : dot (E w u) v = dot u (adjoint v).
Proof.
rewrite (dot_suml EF) (dot_sumr EF); apply: eq_bigr => g Gg; congr (_ * _).
by rewrite (dot_actV EF).
Qed.

Definition square_operator v := adjoint (E w v).
Local Notation C := square_operator.

Lemma square_operatorC u v : dot (C u) v = dot u (C v).
Proof. by rewrite (dotC EF) -adjointE (dotC EF) adjointE. Qed.

Lemma iter_operatorC k u v : dot (iter k C u) v = dot u (iter k C v).
Proof. by elim: k u v => //= k IHk u v; rewrite square_operatorC IHk -iterS iterSr. Qed.

(* Multiplication by w~ and w on the right of f.                              *)
Definition pass_back f x := \sum_(g in G) w g * f (g * x)%g.
Definition pass_forth f x := \sum_(g in G) w g * f (g^-1 * x)%g.
Definition twice f := pass_forth (pass_back f).

Lemma average_shift f (s : gT -> gT) v : {in G, forall g, s g \in G} ->
  E (fun x => \sum_(g in G) w g * f (s g * x)%g) v
  = \sum_(g in G) w g *: E f (act (s g)^-1%g v).
Proof.
move=> Gs; rewrite /average; under eq_bigr do rewrite scaler_suml.
rewrite exchange_big /=; apply: eq_bigr => g Gg; rewrite scaler_sumr.
rewrite (reindex_inj (mulgI (s g)^-1%g)) /=; apply: eq_big => [x | x].
  by rewrite groupMl ?groupV ?Gs.
rewrite groupMl ?groupV ?Gs // => Gx; rewrite mulKVg -scalerA; congr (_ *: (_ *: _)).
by rewrite (actMv EF) ?groupV ?Gs.
Qed.

Lemma average_back f v : E (pass_back f) v = E f (adjoint v).
Proof.
rewrite (average_shift f (s := id)) // /adjoint /E.
rewrite /average [RHS](eq_bigr (fun h => \sum_(g in G) w g *: (f h *: act h (act g^-1%g v)))).
  by rewrite exchange_big; apply: eq_bigr => g _; rewrite scaler_sumr.
move=> h _; rewrite (act_sum EF) scaler_sumr; apply: eq_bigr => g _.
by rewrite !scalerA mulrC.
Qed.

Lemma average_forth f v : E (pass_forth f) v = E f (E w v).
Proof.
rewrite (average_shift f (s := invg)) => [|g]; last by rewrite groupV.
rewrite /average [RHS](eq_bigr (fun h => \sum_(g in G) w g *: (f h *: act h (act g v)))).
  by rewrite exchange_big; apply: eq_bigr => g _; rewrite invgK scaler_sumr.
move=> h _; rewrite (act_sum EF) scaler_sumr; apply: eq_bigr => g _.
by rewrite !scalerA mulrC.
Qed.

Lemma average_twice f v : E (twice f) v = E f (C v).
Proof. by rewrite average_forth average_back. Qed.

Definition unit_at1 : gT -> R := fun g => (g == 1%g)%:R.
Definition moment_of k := iter k twice unit_at1.

Lemma average_moment k v : E (moment_of k) v = iter k C v.
Proof.
elim: k v => [|k IHk] v; last by rewrite iterSr /= average_twice IHk.
rewrite /average (bigD1 1%g) //= big1 => [|g /andP[_ ne_g1]].
  by rewrite addr0 /unit_at1 eqxx scale1r (act1v EF).
by rewrite /unit_at1 (negPf ne_g1) scale0r.
Qed.

Hypothesis sum_w : \sum_(g in G) w g = 1.

Lemma sum_shift f (s : gT -> gT) : {in G, forall g, s g \in G} ->
  \sum_(x in G) \sum_(g in G) w g * f (s g * x)%g = \sum_(x in G) f x.
Proof.
move=> Gs; rewrite exchange_big /= -[RHS]mul1r -sum_w mulr_suml; apply: eq_bigr => g Gg.
rewrite -mulr_sumr [in RHS](reindex_inj (mulgI (s g))) /=; congr (_ * _).
by apply: eq_bigl => x; rewrite groupMl ?Gs.
Qed.

Lemma sum_moment k : \sum_(g in G) moment_of k g = 1.
Proof.
elim: k => [|k IHk] /=.
  rewrite (bigD1 1%g) //= big1 ?addr0 /unit_at1 ?eqxx // => g /andP[_ /negPf->] //.
rewrite (sum_shift _ (s := invg)) => [|g]; last by rewrite groupV.
by rewrite (sum_shift _ (s := id)).
Qed.

(* A function of sum 1 and its square, on what averages to 0.                 *)
Lemma average_squares f v : P v = 0 -> \sum_(g in G) f g = 1 ->
  square (E f v) <= (#|G|%:R * (\sum_(g in G) f g ^+ 2) - 1) * dot v v.
Proof.
move=> Pv0 sum_f; pose c : R := #|G|%:R^-1; pose f' g := f g - c.
have nzG := orderR_neq0 R G; have cG : #|G|%:R * c = 1 by rewrite mulfV.
have -> : E f v = E f' v.
  rewrite /average; under [RHS]eq_bigr do rewrite scalerBl; rewrite sumrB.
  by rewrite -scaler_sumr -/(P v) Pv0 subr0.
have sum_f' : \sum_(g in G) f' g ^+ 2 = \sum_(g in G) f g ^+ 2 - c.
  under eq_bigr do rewrite sqrrB; rewrite big_split sumrB /= sumrMnl -mulr_suml sum_f mul1r.
  by rewrite sumr_const -[c ^+ 2 *+ _]mulr_natl expr2 mulrA cG mul1r mulr2n opprD addrA addrNK.
have -> : #|G|%:R * (\sum_(g in G) f g ^+ 2) - 1 = #|G|%:R * (\sum_(g in G) f' g ^+ 2).
  by rewrite sum_f' mulrBr cG.
rewrite (square_average EF) -mulrA mulr_natl -sumr_const; apply: ler_sum => h Gh.
apply: le_trans (ler_norm _) _; rewrite normrM.
apply: le_trans (_ : `|correlation G f' h| * dot v v <= _).
  by rewrite ler_wpmul2l ?(dot_act_le EF).
rewrite ler_wpmul2r ?(dot_ge0 EF) // -(ler_pmuln2r (_ : 0 < 2)%N) //.
rewrite -normrMn -sumrMnl; apply: le_trans (ler_norm_sum _ _ _) _.
have -> : (\sum_(g in G) f' g ^+ 2) *+ 2 = \sum_(g in G) (f' g ^+ 2 + f' (h * g)%g ^+ 2).
  rewrite mulr2n big_split /=; congr (_ + _); rewrite [LHS](reindex_inj (mulgI h)) /=.
  by apply: eq_bigl => g; rewrite groupMl.
apply: ler_sum => g _; set a := f' g; set b := f' _; rewrite ler_norml -subr_ge0 opprK.
by rewrite addrCA addrA -sqrrD sqr_ge0 /= -subr_ge0 addrAC -sqrrB sqr_ge0.
Qed.

Theorem moments_near eps j (h := (2 ^ j)%N) : 0 <= eps ->
    #|G|%:R * (\sum_(g in G) moment_of h g ^+ 2) - 1 <= eps ^+ (h + h) ->
  weak G F eps w.
Proof.
move=> eps_ge0 small; apply: (weak_centred EF sum_w) => v Fv Pv0.
rewrite !(dot_square EF); set s := dot v v; have s_ge0 : 0 <= s by apply: (dot_ge0 EF).
have opE k : dot (iter k C v) (iter k C v) = dot v (iter (k + k) C v).
  by rewrite iter_operatorC iterD.
suff step i : (i <= j.+1)%N -> dot v (iter (2 ^ (j.+1 - i)) C v) <= eps ^+ (2 ^ (j.+1 - i)) * s.
  have := step j.+1 (leqnn _); rewrite subnn expn0 expr1 /= => le1.
  by rewrite adjointE.
elim: i => [_|i IHi lt_ij].
  rewrite subn0 expnS mul2n -addnn -/h -opE -(dot_square EF) -average_moment.
  apply: le_trans (average_squares Pv0 (sum_moment h)) _.
  by rewrite ler_wpmul2r.
have {IHi} := IHi (ltnW lt_ij); rewrite -(subnSK lt_ij) expnS mul2n -addnn; set k := (2 ^ _)%N => IHi.
have le2 : dot v (iter k C v) ^+ 2 <= (eps ^+ k * s) ^+ 2.
  apply: le_trans (cauchy _ _) _; rewrite opE -/s.
  have -> : (eps ^+ k * s) ^+ 2 = s * (eps ^+ (k + k) * s).
    by rewrite exprMn -exprM muln2 -addnn expr2 mulrA mulrC.
  by rewrite ler_wpmul2l.
have ge0 : 0 <= eps ^+ k * s by rewrite mulr_ge0 ?exprn_ge0.
by apply: le_trans (ler_norm _) _; rewrite -(ler_pexpn2r (_ : 0 < 2)%N) ?nnegrE // real_normK ?num_real.
Qed.

End Moments.

(** ** Computation *)

Definition zpower (z : Z) (n : nat) : Z := iter n (Z.mul z) 1%BZ.

(* The digits of i in base b, the least first, to those of i + 1.             *)
Fixpoint next (b : nat) (ds : seq nat) : seq nat :=
  if ds is d :: ds' then if d.+1 == b then 0%N :: next b ds' else d.+1 :: ds' else [::].

Definition table_of (A : Type) (ps : seq (seq nat * A)) : trie A :=
  foldl (fun t p => insert p.1 p.2 t) empty ps.

Definition key_in (short : trie (seq nat)) (x : seq nat) : seq nat := odflt [::] (lookup x short).

Definition keyed (L : seq (seq nat)) (K : seq nat -> seq nat) (back : trie (seq nat)) : bool :=
  all (fun x => lookup (K x) back == Some x) L.

Definition rows (L : seq (seq nat)) (K : seq nat -> seq nat) (es : seq term) :=
  [seq (K x, [seq (e.2, K (compose e.1 x)) | e <- es]) | x <- L].

Definition pass (rs : seq (seq nat * seq (Z * seq nat))) (m : trie Z) : trie Z :=
  gather [seq (r.1, zsum [seq (zk.1 * total zk.2 m)%BZ | zk <- r.2]) | r <- rs].

Definition turn (back forth : seq (seq nat * seq (Z * seq nat))) (m : trie Z) : trie Z :=
  pass forth (pass back m).

Definition moment (N : nat) (S : seq (seq nat)) (n b l : nat) (es : seq term) (W p q : Z) (j : nat) : bool :=
  [&& generated N S n, listed N S n es, (0 <? W)%BZ, (0 <? q)%BZ, (0 <=? p)%BZ &
    let L := elements N S n in let ks := traject (next b) (nseq l 0%N) (size L) in
    let short := table_of (zip L ks) in let K := key_in short in
    let h := (2 ^ j)%N in
    keyed L K (table_of (zip ks L)) &&
    let back := rows L K es in let forth := rows L K [seq (inverse N e.1, e.2) | e <- es] in
    let m := iter h (turn back forth) (gather [seq (K x, if x == identity N then 1%BZ else 0%BZ) | x <- L]) in
    let T := zsum [seq let z := total (K x) m in (z * z)%BZ | x <- L] in
    let pp := zpower p (h + h) in let qq := zpower q (h + h) in let ww := zpower W (h + h) in
    (Z.of_nat (size L) * T * qq <=? ww * ww * (qq + pp))%BZ].

Definition moment_list (N : nat) (S : seq (seq nat)) (n b l : nat) (k : weights) (es : seq term) (W p q : Z) (j m : nat) :=
  [&& moment N S n b l es W p q j, kind_ok k es W & (size es <= m)%N].

(** ** Soundness *)

Lemma zr_power (R : realFieldType) z n : zr R (zpower z n) = zr R z ^+ n.
Proof. by elim: n => [|n IHn]; rewrite ?expr0 ?zr1 // exprS -IHn -zrM. Qed.

Section Soundness.

Variables (R : realFieldType) (N : nat) (S : seq (seq nat)) (n : nat).
Hypothesis gen_n : generated N S n.

Local Notation G := (group_of N S).
Local Notation L := (elements N S n).
Local Notation zr := (zr R).

Section Keys.

Variables (K : seq nat -> seq nat) (back : trie (seq nat)).
Hypothesis keys_ok : keyed L K back.

Lemma key_inj : {in L &, injective K}.
Proof.
move=> x y Lx Ly eq_xy; have := allP keys_ok x Lx; rewrite eq_xy (eqP (allP keys_ok y Ly)).
by move/eqP => -[].
Qed.

Lemma total_keyed (f : seq nat -> Z) x : x \in L ->
  zr (total (K x) (gather [seq (K y, f y) | y <- L])) = zr (f x).
Proof.
move=> Lx; rewrite total_gather big_map /= -big_filter (_ : filter _ _ = [:: x]) ?big_seq1 //.
apply/perm_small_eq => //; apply: uniq_perm => //.
  by rewrite filter_uniq // (elements_uniq gen_n).
move=> y; rewrite mem_filter inE; apply/andP/eqP=> [[/eqP eq_K Ly] | ->] //.
exact: key_inj.
Qed.

(* m gives x the value c * f x.                                               *)
Definition valued (m : trie Z) (c : R) (f : 'S_N -> R) :=
  {in L, forall x, zr (total (K x) m) = c * f (permutation N x)}.

Section Scheme.

Variables (es : seq term) (W : Z).
Hypothesis es_L : {in es, forall e, e.1 \in L}.
Hypothesis nzW : zr W != 0.
Local Notation w := (@weight R N es W).

Lemma pass_value (t : seq nat -> seq nat) (s : 'S_N -> 'S_N) m c f :
    {in L, forall x, t x \in L /\ permutation N (t x) = s (permutation N x)} -> valued m c f ->
  valued (pass (rows L K [seq (t e.1, e.2) | e <- es]) m) (c * zr W)
         (fun x => \sum_(g in G) w g * f (s g * x)%g).
Proof.
move=> ts mf x Lx; rewrite /pass /rows -map_comp /=.
rewrite (total_keyed (fun x => zsum [seq (zk.1 * total zk.2 m)%BZ | zk <- [seq (e.2, K (compose e.1 x)) | e <- [seq (t e.1, e.2) | e <- es]]])) //.
rewrite zr_zsum !big_map (weight_sumr gen_n _ es_L (fun g => f (s g * permutation N x)%g)).
rewrite mulr_sumr !big_seq; apply: eq_bigr => e /es_L Le /=.
have [Lt <-] := ts e.1 Le; have [perm_t perm_x] := (elements_perm gen_n Lt, elements_perm gen_n Lx).
rewrite zrM mf ?(elements_compose gen_n) // permutationM //.
rewrite mulrCA -[RHS]mulrA; congr (c * _).
by rewrite [RHS]mulrA [zr W * _]mulrC divfK.
Qed.

End Scheme.

End Keys.

Lemma moment_near (F : functions R [finGroupType of 'S_N]) (dot : space F -> space F -> R) b l es W p q j : euclidean G dot ->
    moment N S n b l es W p q j -> \sum_(g in G) @weight R N es W g = 1 ->
  weak G F (fraction R p q) (@weight R N es W).
Proof.
move=> EF /and5P[_ /(listedP gen_n) es_L /(zr_gt0 R) W_gt0 /(zr_gt0 R) q_gt0 /andP[/(zr_ge0 R) p_ge0]].
cbv beta zeta; set ks := traject _ _ _; set K := key_in _; set h := (2 ^ j)%N.
case/andP=> keys_ok le_T sum_w.
have nzW : zr W != 0 by rewrite gt_eqF.
have back_ok : {in L, forall x : seq nat, id x \in L /\ permutation N (id x) = id (permutation N x)} by [].
have forth_ok : {in L, forall x, inverse N x \in L /\ permutation N (inverse N x) = (permutation N x)^-1%g}.
  move=> x Lx; have [perm_i eq_i] := permutation_inverse (elements_perm gen_n Lx).
  by split=> //; apply: (elements_of gen_n) => //; rewrite eq_i groupV (permutation_in gen_n).
have es_id : es = [seq (e.1, e.2) | e <- es] by rewrite -[LHS]map_id; apply: eq_map => -[].
set m0 := gather _ in le_T; set step := turn _ _ in le_T.
have valued0 : valued K m0 1 (@unit_at1 R _).
  move=> x Lx; rewrite (total_keyed keys_ok (fun x => if x == identity N then 1%BZ else 0%BZ)) //.
  by rewrite mul1r /unit_at1 (permutation_eq1 gen_n) //; case: (x == _).
have valuedS m c f : valued K m c f -> valued K (step m) (c * zr W * zr W) (twice G (@weight R N es W) f).
  move=> mf; have := pass_value (t := id) (s := id) keys_ok es_L nzW back_ok mf; rewrite -es_id => mf'.
  exact: (pass_value keys_ok es_L nzW forth_ok mf').
have valued_h k : valued K (iter k step m0) (zr W ^+ (k + k)) (moment_of G (@weight R N es W) k).
  elim: k => [|k IHk]; first by rewrite expr0.
  by rewrite addSn addnS !exprSr; apply: valuedS.
apply: (moments_near EF sum_w (j := j)); first by rewrite /fraction divr_ge0 // ltW.
rewrite -/h; set T := \sum_(g in G) _; set e := fraction R p q.
have qq_gt0 : 0 < zr q ^+ (h + h) by rewrite exprn_gt0.
have ww_gt0 : 0 < zr W ^+ (h + h) by rewrite exprn_gt0.
move/(zr_le R): le_T; rewrite !zrM zrD !zr_power zr_nat -(card_elements gen_n).
have -> : zr (zsum [seq let z := total (K x) (iter h step m0) in (z * z)%BZ | x <- L])
    = zr W ^+ (h + h) * zr W ^+ (h + h) * T.
  rewrite zr_zsum big_map /T (sum_elements gen_n) mulr_sumr !big_seq; apply: eq_bigr => x Lx.
  by rewrite zrM valued_h // mulrACA -expr2.
have -> : zr p ^+ (h + h) = e ^+ (h + h) * zr q ^+ (h + h) by rewrite -exprMn /e /fraction divfK // gt_eqF.
set ww := zr W ^+ _ in ww_gt0 *; set qq := zr q ^+ _ in qq_gt0 *; set ee := e ^+ _.
have -> : #|G|%:R * (ww * ww * T) * qq = ww * ww * (#|G|%:R * T * qq).
  by rewrite mulrCA -!mulrA.
rewrite ler_pmul2l ?mulr_gt0 // -{2}[qq]mul1r -mulrDl ler_pmul2r // ler_subl_addl.
by [].
Qed.

End Soundness.

Section Theorems.

Variables (R : realFieldType) (N : nat) (S : seq (seq nat)) (n : nat).
Local Notation G := (group_of N S).

Lemma moment_list_near (F : functions R [finGroupType of 'S_N]) (dot : space F -> space F -> R) b l k es W p q j m : euclidean G dot ->
    moment_list N S n b l k es W p q j m ->
  at_most G k (weak G F (fraction R p q)) m.
Proof.
move=> EF /and3P[mom kind le_m]; have [gen_n /(listedP gen_n) es_L _ _ _] := and5P mom.
apply: (kind_at_most gen_n es_L kind) => //; apply: (moment_near gen_n EF mom).
exact: (kind_total R gen_n es_L kind).
Qed.

Theorem moment_sound d D b l k es W p q j m :
    moves_coordinates d N S && moment_list N S n b l k es W p q j m ->
  at_most G k (weak G (polynomials R d N D) (fraction R p q)) m.
Proof.
case/andP=> sign_S mom; have /and3P[/and5P[gen_n _ _ _ _] _ _] := mom.
exact: moment_list_near (polynomials_euclidean R (generated_gens gen_n) sign_S D) mom.
Qed.

Theorem moment_all_sound b l k es W p q j m :
    moment_list N S n b l k es W p q j m ->
  at_most G k (weak G (all_functions R G) (fraction R p q)) m.
Proof. exact: moment_list_near (functions_euclidean R G). Qed.

End Theorems.
