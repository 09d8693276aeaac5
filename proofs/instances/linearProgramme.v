(** * Evidence linear-programme, computed (MATHEMATICS.md, 2.5 and 3.5)       *)
(*                                                                            *)
(* A function f = c + theta - beta on G that is nonnegative off 1, where      *)
(* theta is the matrix entry of averages of the class and beta = b~ * b, has  *)
(*                                                                            *)
(*   f(1) <= size * (c + mean theta + eps (theta(1) - mean theta))            *)
(*                                                                            *)
(* for weights that are not signed. Here a, b are class functions, given by   *)
(* their values at representatives rs.                                        *)
(*                                                                            *)
(*     phi_values d D rs == the traces of rs on polynomials of degrees D      *)
(*   unit_values N rs == the function that is 1 at 1 and 0 elsewhere          *)
(*   kernel_values N S n T rs phi a == the values of theta                    *)
(*   square_values N S n T rs b == the values of beta                         *)
(*   programme N S n rs phi c a b p q m == f is nonnegative off 1, and fewer  *)
(*                    than m elements contradict the bound for eps = p / q    *)

From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From SsrMultinomials Require Import mpoly.
From Reynolds Require averaging welch.
From Reynolds.instances Require Import claims modules numbers listing actions terms weights.
From Reynolds.instances Require Import exactness nearness classFunctions.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Section Abstract.

Variables (R : realFieldType) (gT : finGroupType) (G : {group gT}).
Variables (F : functions R gT) (dot : space F -> space F -> R).
Hypothesis EF : euclidean G dot.

Lemma sum_correlation (w : gT -> R) : \sum_(h in G) correlation G w h = (\sum_(g in G) w g) ^+ 2.
Proof.
rewrite /correlation exchange_big expr2 mulr_suml; apply: eq_bigr => g Gg /=.
rewrite -mulr_sumr; congr (_ * _); rewrite [RHS](reindex_inj (mulIg g)).
by apply: eq_bigl => h; rewrite groupMr.
Qed.

Lemma correlation_pairing (w b : gT -> R) :
  0 <= \sum_(h in G) correlation G w h * correlation G b h.
Proof.
suff -> : \sum_(h in G) correlation G w h * correlation G b h
    = \sum_(x in G) (\sum_(g in G) w g * b (g * x)%g) ^+ 2.
  by apply: sumr_ge0 => x _; apply: sqr_ge0.
transitivity (\sum_(h in G) \sum_(g in G) \sum_(x in G) w g * w (h * g)%g * (b (g * x)%g * b (h * g * x)%g)).
  apply: eq_bigr => h Gh; rewrite /correlation mulr_suml; apply: eq_bigr => g Gg.
  rewrite mulr_sumr [LHS](reindex_inj (mulgI g)) /=.
  by apply: eq_big => [x|x _]; rewrite ?groupMl // mulgA.
rewrite exchange_big /=.
transitivity (\sum_(g in G) \sum_(x in G) \sum_(k in G) w g * w k * (b (g * x)%g * b (k * x)%g)).
  apply: eq_bigr => g Gg; rewrite exchange_big; apply: eq_bigr => x Gx /=.
  rewrite [RHS](reindex_inj (mulIg g)) /=.
  by apply: eq_bigl => h; rewrite groupMr.
rewrite exchange_big /=; apply: eq_bigr => x Gx; rewrite expr2 mulr_suml.
apply: eq_bigr => g Gg; rewrite mulr_sumr; apply: eq_bigr => k Gk.
by rewrite -!mulrA; congr (_ * _); rewrite mulrCA.
Qed.

Theorem programme_bound (fs : seq (space F)) (b w : gT -> R) (c eps : R)
    (theta := entries dot fs)
    (f := fun h => c + theta h - correlation G b h)
    (tau := #|G|%:R^-1 * \sum_(h in G) theta h) :
    {in fs, forall u, member u} -> \sum_(g in G) w g = 1 ->
    {in G, forall g, 0 <= w g} -> weak G F eps w ->
    {in G, forall h, h != 1%g -> 0 <= f h} -> 0 <= f 1%g ->
  f 1%g <= #|[set g in G | w g != 0]|%:R * (c + tau + eps * (theta 1%g - tau)).
Proof.
move=> Ffs sum_w w_ge0 wk f_ge0 f1_ge0; set s := _%:R.
have corr_ge0 h : h \in G -> 0 <= correlation G w h.
  by move=> Gh; apply: sumr_ge0 => g Gg; rewrite mulr_ge0 ?w_ge0 ?groupM.
pose sq := \sum_(g in G) w g ^+ 2.
have low : f 1%g * sq <= \sum_(h in G) correlation G w h * f h.
  have c1 : correlation G w 1%g = sq by apply: eq_bigr => g _; rewrite mul1g expr2.
  rewrite (bigD1 1%g) //= c1 mulrC ler_addl; apply: sumr_ge0 => h /andP[Gh ne_h].
  by rewrite mulr_ge0 ?corr_ge0 ?f_ge0.
have up : \sum_(h in G) correlation G w h * f h <= c + tau + eps * (theta 1%g - tau).
  rewrite (eq_bigr (fun h => c * correlation G w h + correlation G w h * theta h
      - correlation G w h * correlation G b h)) => [|h _]; last first.
    by rewrite mulrBr mulrDr [_ * c]mulrC.
  rewrite sumrB big_split /= -mulr_sumr sum_correlation sum_w expr1n mulr1.
  rewrite -addrA -[X in _ <= X]addrA ler_add2l ler_subl_addr.
  apply: le_trans (weak_entries EF Ffs sum_w wk) _.
  by rewrite ler_addl correlation_pairing.
have sch_w : averaging.averaging_scheme G w by apply/eqP.
have := welch.sum_squares_size sch_w; rewrite /averaging.scheme_size -/sq -/s => le_1.
apply: le_trans (_ : s * (f 1%g * sq) <= _).
  by rewrite mulrCA ler_pemulr.
by rewrite ler_wpmul2l ?ler0n //; apply: le_trans low up.
Qed.

End Abstract.

(** ** Computation *)

Definition phi_values (d : nat) (D : seq nat) (rs : seq (seq nat)) : seq Z :=
  let gs := [seq (u, gather u) | u <- all_monomials d D] in [seq entry d gs r | r <- rs].

Definition unit_values (N : nat) (rs : seq (seq nat)) : seq Z :=
  [seq (if r == identity N then 1 else 0)%BZ | r <- rs].

Section Computation.

Variables (N : nat) (S : seq (seq nat)) (n : nat) (T : trie nat) (rs : seq (seq nat)).

Definition square_values (b : seq Z) : seq Z :=
  let es := spread N S n T b in let m := gather es in [seq correlate es m r | r <- rs].

Definition kernel_values (phi a : seq Z) : seq Z :=
  let m := gather (spread N S n T phi) in let es := spread N S n T (square_values a) in
  [seq left_correlate es m r | r <- rs].

Definition at_place (vs : seq Z) (x : seq nat) : Z := nth 0%BZ vs (place T x).

End Computation.

Definition programme (N : nat) (S : seq (seq nat)) (n : nat) (rs : seq (seq nat))
    (phi : seq Z) (c : Z) (a b : seq Z) (p q : Z) (m : nat) : bool :=
  let T := class_table N S n rs in
  [&& classes N S n rs T, (0 <=? p)%BZ, (0 <? q)%BZ
    & let theta := kernel_values N S n T rs phi a in
      let beta := square_values N S n T rs b in
      let f x := (c + at_place T theta x - at_place T beta x)%BZ in
      let e := identity N in
      let order := Z.of_nat (size (elements N S n)) in
      let sum := zsum [seq x.2 | x <- spread N S n T theta] in
      let bound := (q * (order * c + sum) + p * (order * at_place T theta e - sum))%BZ in
      [&& all (fun r => (r == e) || (0 <=? f r)%BZ) rs, (0 <=? f e)%BZ, (0 <=? bound)%BZ
        & if m is m'.+1 then (Z.of_nat m' * bound <? order * q * f e)%BZ else true]].

Definition nonnegative (k : weights) : bool := if k is signed then false else true.

Section Soundness.

Variables (R : realFieldType) (N : nat) (S : seq (seq nat)) (n : nat) (rs : seq (seq nat)).

Local Notation G := (group_of N S).
Local Notation L := (elements N S n).
Local Notation T := (class_table N S n rs).
Local Notation zr := (zr R).

Section Values.

Hypothesis cl : classes N S n rs T.
Let gen_n := classes_generated cl.

Lemma square_values_represent b :
  represents S n rs (square_values N S n T rs b) (correlation G (@values N S n rs R b)).
Proof.
apply: (represents_reps cl) => [|r rs_r].
  exact: class_correlation (values_class cl R b) (values_class cl R b).
exact: (corr_value cl (valuesP cl R b) (valuesP cl R b) (rep_listed cl rs_r)).
Qed.

Lemma kernel_values_represent (F : functions R [finGroupType of 'S_N]) dot (us : seq (space F)) phi a :
    let f g := \sum_(u <- us) dot (act g u) u in
    class_function G f -> represents S n rs phi f ->
  represents S n rs (kernel_values N S n T rs phi a) (kernel G dot us (@values N S n rs R a)).
Proof.
move=> f class_f phi_f; apply: (represents_reps cl) => [|r rs_r].
  exact: class_kernel class_f (values_class cl R a).
exact: (conv_value cl (square_values_represent a) phi_f (rep_listed cl rs_r)).
Qed.

Lemma rep_place x : x \in L -> exists2 r, r \in rs &
  exists2 y, y \in L & x = conjugate N y r.
Proof.
move=> /(place_conj cl)[y Ly [lt_i def_x]]; exists (nth [::] rs (place T x)); first exact: mem_nth.
by exists y.
Qed.

End Values.

Section Bound.

Variables (F : functions R [finGroupType of 'S_N]) (dot : space F -> space F -> R).
Hypothesis EF : euclidean G dot.
Variables (us : seq (space F)) (phi : seq Z).
Let f g := \sum_(u <- us) dot (act g u) u.
Hypothesis (Fus : {in us, forall u, member u}) (class_f : class_function G f).

Lemma programme_size c a b p q m (w : 'S_N -> R) : programme N S n rs phi c a b p q m ->
    represents S n rs phi f ->
    \sum_(g in G) w g = 1 -> {in G, forall g, 0 <= w g} -> weak G F (fraction R p q) w ->
  (m <= #|[set g in G | w g != 0%R]|)%N.
Proof.
rewrite /programme; cbv beta zeta; case/and4P=> cl p_ge0 q_gt0; set theta := kernel_values _ _ _ _ _ _ _.
set beta := square_values _ _ _ _ _ _; set order := Z.of_nat _; set sum := zsum _.
set e := identity N => /and4P[/allP fr_ge0 f1_ge0 bound_ge0 few] phi_f sum_w w_ge0 wk.
case: m few => // m few; have gen_n := classes_generated cl.
pose av := @values N S n rs R a; pose bv := @values N S n rs R b.
pose fs := [seq average G av u | u <- us].
have Ffs : {in fs, forall v, member v}.
  by move=> _ /mapP[u /Fus Fu ->]; apply: (member_average EF).
have class_a := values_class cl R a; have class_b := values_class cl R b.
have thE : represents S n rs theta (kernel G dot us av) by apply: kernel_values_represent.
have entE h : h \in G -> entries dot fs h = kernel G dot us av h.
  exact: (kernel_entries EF class_f class_a).
have beE : represents S n rs beta (correlation G bv) by apply: square_values_represent.
pose F0 h := zr c + entries dot fs h - correlation G bv h.
have F0E x : x \in L -> zr (c + at_place T theta x - at_place T beta x) = F0 (permutation N x).
  move=> Lx; rewrite zrB zrD /at_place thE // beE // /F0 entE //.
  exact: permutation_in gen_n _ Lx.
have Le : e \in L by apply: identity_listed.
have F0_ge0 : {in G, forall h, h != 1%g -> 0 <= F0 h}.
  apply: (forall_elements gen_n) => x Lx; rewrite (permutation_eq1 gen_n) // => ne_x.
  have [r rs_r [y Ly def_x]] := rep_place cl Lx; have Lr := rep_listed cl rs_r.
  have [perm_y perm_r] := (elements_perm gen_n Ly, elements_perm gen_n Lr).
  have [Gy Gr] := (permutation_in gen_n Ly, permutation_in gen_n Lr).
  have eq_x : permutation N x = (permutation N r ^ permutation N y)%g.
    by rewrite def_x; have [] := permutation_conj perm_y perm_r.
  have -> : F0 (permutation N x) = F0 (permutation N r).
    have eq_b := class_correlation class_b class_b Gr Gy.
    have eq_k := class_kernel class_f class_a Gr Gy.
    by rewrite /F0 !entE ?(permutation_in gen_n) // eq_x eq_k; congr (_ - _); apply: eq_b.
  rewrite -F0E // zr_ge0 //; have := fr_ge0 r rs_r; case: eqP => // eq_r _; case/eqP: ne_x.
  apply: (permutation_inj (elements_perm gen_n Lx) (is_perm_identity N)).
  by rewrite eq_x eq_r permutation_identity conj1g.
have o_gt0 : 0 < zr order by rewrite /order zr_nat ltr0n -(card_elements gen_n) cardG_gt0.
have oE : zr order = #|G|%:R by rewrite /order zr_nat (card_elements gen_n).
have [p0 q0] := (zr_ge0 R p_ge0, zr_lt R q_gt0).
have [nz_q nz_o] : zr q != 0 /\ zr order != 0 by rewrite !gt_eqF.
have F1 : F0 1%g = zr (c + at_place T theta e - at_place T beta e).
  by rewrite F0E // permutation_identity.
have t1 : entries dot fs 1%g = zr (at_place T theta e).
  by rewrite /at_place thE // permutation_identity entE.
have sumE : \sum_(h in G) entries dot fs h = zr sum.
  rewrite /sum (sum_value cl thE); apply: eq_bigr => h Gh; exact: entE.
have := @programme_bound _ _ _ _ _ EF fs bv w (zr c) _ Ffs sum_w w_ge0 wk F0_ge0.
rewrite -[_ + _ - correlation G bv 1%g]/(F0 1%g) F1 t1 sumE -oE => /(_ (zr_ge0 R f1_ge0)).
set s := #|_|; set f1 := (_ - _)%BZ in few *; rewrite /fraction -(ler_pmul2r (mulr_gt0 o_gt0 q0)).
set bound := (_ + _)%BZ in bound_ge0 few.
have -> : s%:R * (zr c + (zr order)^-1 * zr sum
      + zr p / zr q * (zr (at_place T theta e) - (zr order)^-1 * zr sum)) * (zr order * zr q)
    = s%:R * zr bound.
  rewrite -mulrA; congr (_ * _); rewrite /bound zrD !zrM zrB zrD !zrM mulrDl; congr (_ + _).
    rewrite [zr order * zr q]mulrC mulrCA; congr (_ * _).
    by rewrite mulrDl mulrC [_^-1 * _]mulrC divfK // mulrC.
  rewrite [zr order * _]mulrC mulrA [zr p / _ * _ * _]mulrAC divfK // -mulrA; congr (_ * _).
  by rewrite mulrBl mulrAC mulVf // mul1r mulrC.
move=> le_s; rewrite ltnNge; apply/negP=> le_sm.
have := le_trans le_s (ler_wpmul2r (zr_ge0 R bound_ge0) (_ : s%:R <= m%:R)).
rewrite ler_nat => /(_ le_sm); rewrite leNgt => /negP; apply.
by have := zr_lt R few; rewrite !zrM zr_nat [X in _ < X -> _]mulrC.
Qed.

End Bound.

Section Polynomials.

Variables (d : nat) (D : seq nat).
Local Notation F := (polynomials R d N D).

Let us : seq (space F) := map (poly R d) (all_monomials d D).

Lemma phi_represent : classes N S n rs T -> moves_coordinates d N S ->
  [/\ euclidean G (mdot : space F -> _), {in us, forall u, member u},
      class_function G (fun g => \sum_(u <- us) mdot (act g u) u)
    & represents S n rs (phi_values d D rs) (fun g => \sum_(u <- us) mdot (act g u) u)].
Proof.
move=> cl sign_S; have gen_n := classes_generated cl; have perm_S := generated_gens gen_n.
have cE g : \sum_(u <- us) mdot (act g u) u = @character R d N D g by rewrite big_map.
have cf : class_function G (fun g => \sum_(u <- us) mdot (act g u) u).
  by move=> g h Gg Gh; rewrite !cE; apply: (character_class R perm_S sign_S).
split=> //.
- exact: (polynomials_euclidean R perm_S sign_S).
- by move=> u; apply: (@all_monomials_member R d N S perm_S sign_S D).
apply: (represents_reps cl) => // r rs_r.
by rewrite cE (character_value R perm_S sign_S) ?(elements_perm gen_n (rep_listed cl rs_r)).
Qed.

Theorem programme_weak_sound k c a b p q m :
    [&& nonnegative k, moves_coordinates d N S & programme N S n rs (phi_values d D rs) c a b p q m] ->
  at_least G k (weak G F (fraction R p q)) m.
Proof.
case/and3P=> nk sign_S prog; have [cl _] := andP prog.
have [EF Fus cf phi_f] := phi_represent cl sign_S.
apply: at_least_nonnegative => [|w sum_w w_ge0 wk]; first by move=> ksigned; rewrite ksigned in nk.
exact: (programme_size EF Fus cf prog phi_f sum_w w_ge0 wk).
Qed.

Theorem programme_exact_sound k c a b m :
    [&& nonnegative k, moves_coordinates d N S & programme N S n rs (phi_values d D rs) c a b 0 1 m] ->
  at_least G k (exact G F) m.
Proof.
move=> prog w l sch ex_w; have [sum_w _] := scheme_support sch.
apply: (programme_weak_sound prog sch); have /and3P[_ sign_S /andP[cl _]] := prog.
have [EF _ _ _] := phi_represent cl sign_S.
by apply: (exact_weak EF) => //; rewrite /fraction zr0 mul0r.
Qed.

End Polynomials.

Theorem programme_all_sound k c a b p q m :
    nonnegative k && programme N S n rs (unit_values N rs) c a b p q m ->
  at_least G k (weak G (all_functions R G) (fraction R p q)) m.
Proof.
case/andP=> nk prog; have [cl _] := andP prog; have gen_n := classes_generated cl.
have EF := functions_euclidean R G; pose us := [:: point R [finGroupType of 'S_N]].
have fE g : \sum_(u <- us) fdot (act (f := all_functions R G) g u) u = (g == 1%g)%:R.
  by rewrite -[RHS](point_pairing R G) /pairing !big_seq1.
have cf : class_function G (fun g => \sum_(u <- us) fdot (act (f := all_functions R G) g u) u).
  by move=> g h Gg Gh; rewrite !fE conjg_eq1.
apply: at_least_nonnegative => [|w sum_w w_ge0 wk]; first by move=> ksigned; rewrite ksigned in nk.
apply: (programme_size EF _ cf prog _ sum_w w_ge0 wk) => [u|].
  by rewrite inE => /eqP->; apply: point_member.
apply: (represents_reps cl) => // r rs_r; rewrite fE.
have Lr := rep_listed cl rs_r; rewrite (permutation_eq1 gen_n) //.
by case: eqP => _; rewrite ?zr1 ?zr0.
Qed.

End Soundness.
