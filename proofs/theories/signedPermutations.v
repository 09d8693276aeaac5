(** * Signed permutations of the variables (MATHEMATICS.md, 2.7, 2.8)         *)
(*                                                                            *)
(* Groups of signed permutations act on polynomials. Condition (c) of         *)
(* evidence free-orbit, and the thresholds of B_n and (Z/2)^r: n^2 and r, for *)
(* every n and r.                                                             *)
(*                                                                            *)
(*             sperm n == the finite group of signed permutations x of 'I_n:  *)
(*                        a pair of signs x.1 and a permutation x.2, that     *)
(*                        takes e_i to - e_(x.2 i) if x.1 i and to e_(x.2 i)  *)
(*                        if not; the product is the composition of maps      *)
(*            sact x p == p with each 'X_i replaced by 'X_(x.2 i) or its      *)
(*                        negative: a left action on {mpoly R[n]}             *)
(*    signed_average G w p == the sum over x in G of w x *: sact x p          *)
(*    exact_signed G k w == w makes every polynomial of degree at most k      *)
(*                        invariant under G                                   *)
(*             signs r == the group (Z/2)^r of the x with x.2 = 1             *)
(* B_n is the whole group [set: sperm n], of order 2^n n!.                    *)

From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From mathcomp Require Import all_solvable all_field all_character.
From SsrMultinomials Require Import mpoly.
From Reynolds Require Import averaging freeOrbit polynomials headline orbit.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope GRing.Theory.
Local Open Scope ring_scope.

Section Group.

Variable n : nat.

Definition sperm : Type := {ffun 'I_n -> bool} * 'S_n.

Canonical sperm_eqType := [eqType of sperm].
Canonical sperm_choiceType := [choiceType of sperm].
Canonical sperm_countType := [countType of sperm].
Canonical sperm_finType := [finType of sperm].

Implicit Types x y z : sperm.

Definition sperm_one : sperm := ([ffun=> false], 1%g).

Definition sperm_mul x y : sperm :=
  ([ffun i => y.1 i (+) x.1 (y.2 i)], (y.2 * x.2)%g).

Definition sperm_inv x : sperm := ([ffun i => x.1 (x.2^-1%g i)], x.2^-1%g).

Lemma sperm_mulA : associative sperm_mul.
Proof.
move=> x y z; congr (_, _); last by rewrite /= mulgA.
by apply/ffunP=> i; rewrite !ffunE /= ?ffunE ?permM addbA.
Qed.

Lemma sperm_mul1 : left_id sperm_one sperm_mul.
Proof.
case=> t s; congr (_, _); last by rewrite /= mulg1.
by apply/ffunP=> i; rewrite !ffunE addbF.
Qed.

Lemma sperm_mulV : left_inverse sperm_one sperm_inv sperm_mul.
Proof.
move=> x; congr (_, _); last by rewrite /= mulgV.
by apply/ffunP=> i; rewrite !ffunE /= permK addbb.
Qed.

Definition sperm_mixin := FinGroup.Mixin sperm_mulA sperm_mul1 sperm_mulV.
Canonical sperm_baseFinGroupType := BaseFinGroupType sperm sperm_mixin.
Canonical sperm_finGroupType := FinGroupType sperm_mulV.

Lemma sperm1E : (1%g : sperm) = sperm_one. Proof. by []. Qed.
Lemma sperm2M x y : (x * y)%g.2 = (y.2 * x.2)%g. Proof. by []. Qed.
Lemma sperm2V x : (x^-1)%g.2 = x.2^-1%g. Proof. by []. Qed.
Lemma sperm_signM x y i : (x * y)%g.1 i = y.1 i (+) x.1 (y.2 i).
Proof. by rewrite ffunE. Qed.

Lemma card_sperm : #|[set: sperm]| = (2 ^ n * n`!)%N.
Proof. by rewrite cardsT card_prod card_ffun card_bool !card_ord card_Sn. Qed.

Lemma signs_group_set : group_set [set x : sperm | x.2 == 1%g].
Proof.
apply/group_setP; split=> [|x y]; rewrite !inE // => /eqP x1 /eqP y1.
by rewrite sperm2M x1 y1 mulg1.
Qed.
Definition signs := Group signs_group_set.

Lemma card_signs : #|signs| = (2 ^ n)%N.
Proof.
rewrite -[n in RHS]card_ord -card_bool -card_ffun.
rewrite -(card_imset predT (_ : injective (fun t : {ffun 'I_n -> bool} => (t, 1%g) : sperm))).
  apply: eq_card => -[t s]; rewrite inE /=; apply/eqP/imsetP => [-> | [u _ [_ ->]] //].
  by exists t.
by move=> t u [].
Qed.

End Group.

Section Action.

Variables (n : nat) (R : fieldType).
Implicit Types (x y : sperm n) (p q : {mpoly R[n]}) (m : 'X_{1..n}) (k : nat).

Local Notation "m # s" := [multinom m (s i) | i < n]
  (at level 40, left associativity, format "m # s").

Definition flip (t : {ffun 'I_n -> bool}) p :=
  p \mPo [tuple (-1) ^+ t i *: 'X_i | i < n].

Definition sact x p := msym x.2 (flip x.1 p).

Definition sgn (t : 'I_n -> bool) (m : 'I_n -> nat) : R :=
  \prod_i (-1) ^+ (t i && odd (m i)).

Lemma flipX t m : flip t 'X_[m] = sgn t m *: 'X_[m].
Proof.
rewrite /flip comp_mpolyX.
under eq_bigr => i _ do rewrite tnth_mktuple exprZn.
rewrite scaler_prod -mpolyXE_id; congr (_ *: _); apply: eq_bigr => i _.
by case: (t i); rewrite ?expr1 ?expr0 ?expr1n ?signr_odd.
Qed.

Lemma mcoeff_flip t p m : (flip t p)@_m = sgn t m * p@_m.
Proof.
rewrite /flip comp_mpolyEX [in RHS](mpolyE p) !raddf_sum mulr_sumr /=.
apply: eq_bigr => u _; rewrite -/(flip t _) flipX !mcoeffZ mcoeffX.
by case: eqP => [->|_]; rewrite ?mulr1 ?mulr0 // mulrC.
Qed.

Lemma mcoeff_sact x p m : (sact x p)@_m = sgn x.1 (m#x.2) * p@_(m#x.2).
Proof. by rewrite mcoeff_sym mcoeff_flip. Qed.

Lemma sact_linear x : linear (sact x).
Proof. by move=> a p q; rewrite /sact /flip !linearP. Qed.
Canonical sact_linear_fun x := Linear (sact_linear x).

Lemma sactM x y p : sact (x * y)%g p = sact x (sact y p).
Proof.
apply/mpolyP=> m; rewrite !mcoeff_sact sperm2M mpermM mulrA; congr (_ * _).
rewrite /sgn [in X in _ = X * _](reindex_inj (@perm_inj _ y.2)) -big_split /=.
apply: eq_bigr => i _; rewrite sperm_signM !mnmE -signr_addb; congr (_ ^+ (nat_of_bool _)).
by rewrite -andb_addl addbC.
Qed.

Section Exact.

Variable G : {group sperm n}.

Definition signed_average (w : sperm n -> R) p := \sum_(x in G) w x *: sact x p.

Definition exact_signed k (w : sperm n -> R) := forall p, (msize p <= k.+1)%N ->
  {in G, forall y, sact y (signed_average w p) = signed_average w p}.

Lemma exact_signedW k l w : (k <= l)%N -> exact_signed l w -> exact_signed k w.
Proof. by move=> le_kl ex_w p le_p; apply/ex_w/(leq_trans le_p). Qed.

Lemma signed_average_linear w : linear (signed_average w).
Proof.
move=> a p q; rewrite /signed_average scaler_sumr -big_split; apply: eq_bigr => x _.
by rewrite /= linearP scalerDr !scalerA mulrC.
Qed.
Canonical signed_average_linear_fun w := Linear (signed_average_linear w).

Lemma exact_signed_monomials k w :
    (forall m, (mdeg m <= k)%N ->
       {in G, forall y, sact y (signed_average w 'X_[m]) = signed_average w 'X_[m]}) ->
  exact_signed k w.
Proof.
move=> inv_w p le_p y Gy.
have -> : signed_average w p = \sum_(m <- msupp p) p@_m *: signed_average w 'X_[m].
  by rewrite {1}[p]mpolyE linear_sum; apply: eq_bigr => m _; rewrite linearZ.
rewrite linear_sum; apply: eq_big_seq => m /msize_mdeg_lt lt_m.
by rewrite linearZ /= inv_w // -ltnS (leq_trans lt_m).
Qed.

(* 2.8, for monomials: a homomorphism eps to {+1, -1}, written as a boolean,  *)
(* such that every monomial of degree at most k is fixed by an element with   *)
(* eps = -1. In a class of such monomials eps does not occur, and the         *)
(* uniform weights on its kernel are exact.                                   *)
Theorem sign_kernel_exact k (eps : sperm n -> bool) :
    {in G &, forall x y, eps (x * y)%g = eps x (+) eps y} ->
    (forall m, (mdeg m <= k)%N ->
       exists r, [/\ r \in G, eps r & sact r 'X_[m] = 'X_[m] :> {mpoly R[n]}]) ->
  exact_signed k (uniform_scheme [set x in G | ~~ eps x]).
Proof.
move=> epsM fix_m; apply: exact_signed_monomials => m /fix_m[r [Gr eps_r fix_r]] y Gy.
set K := [set x in G | _]; pose c b : R := (~~ b)%:R / #|K|%:R.
have wE x : x \in G -> uniform_scheme K x = c (eps x).
  by move=> Gx; rewrite /uniform_scheme inE Gx.
rewrite /signed_average linear_sum /=.
have sactZ x : sact y (uniform_scheme K x *: sact x 'X_[m])
    = uniform_scheme K x *: sact (y * x)%g 'X_[m] by rewrite linearZ sactM.
under eq_bigr do rewrite sactZ.
have [eps_y | eps_y] := boolP (eps y).
- have inj_yr : injective (fun x : sperm n => y * x * r)%g.
    by move=> x z /mulIg/mulgI.
  rewrite [RHS](reindex_inj inj_yr) /=; apply: eq_big => [x | x Gx].
    by rewrite groupMr // groupMl.
  have Gyx : (y * x)%g \in G by rewrite groupM.
  rewrite [sact (y * x * r)%g _]sactM fix_r; congr (_ *: _).
  by rewrite !wE ?groupM // !epsM ?groupM // eps_y eps_r addTb addbT negbK.
- rewrite [RHS](reindex_inj (mulgI y)) /=; apply: eq_big => [x | x Gx].
    by rewrite groupMl.
  by rewrite !wE ?groupM // epsM // (negPf eps_y).
Qed.

(* The size of these weights is half the order of G.                          *)
Lemma sign_kernel_size (eps : sperm n -> bool) r :
    {in G &, forall x y, eps (x * y)%g = eps x (+) eps y} ->
    r \in G -> eps r -> #|G|%:R != 0 :> R ->
    let w := uniform_scheme [set x in G | ~~ eps x] : sperm n -> R in
  averaging_scheme G w /\ ((scheme_size G w).*2 = #|G|)%N.
Proof.
move=> epsM Gr eps_r nzG w; set K := [set x in G | ~~ eps x].
have sKG : K \subset G by apply/subsetP=> x; rewrite inE => /andP[].
have cardK : (#|K|.*2 = #|G|)%N.
  have imK : [set (x * r)%g | x in K] = G :\: K.
    apply/setP=> x; apply/imsetP/idP => [[y + ->] | ].
      rewrite !inE => /andP[Gy /negPf ey].
      by rewrite groupM // epsM // eps_r ey.
    rewrite !inE negb_and negbK => /andP[ex Gx]; move: ex; rewrite Gx /= => ex.
    exists (x * r^-1)%g; last by rewrite mulgKV.
    have Gy : (x * r^-1)%g \in G by rewrite groupM ?groupV.
    have := epsM _ _ Gy Gr; rewrite mulgKV ex eps_r inE Gy addbT => <-.
    by [].
  have := cardsID K G; rewrite (setIidPr sKG) -imK card_imset; last exact: mulIg.
  by rewrite addnn.
have nzK : #|K|%:R != 0 :> R.
  by apply: contraNneq nzG => K0; rewrite -cardK -addnn natrD K0 addr0.
by rewrite uniform_scheme_sub // uniform_scheme_size.
Qed.

(* Evidence *free-orbit* with signs: the conditions (a), (b) and (c) on the   *)
(* sets A i of exponents. The translates are independent.                     *)
Section Factors.

Hypothesis nz2 : 2%:R != 0 :> R.

Variables (b : nat) (A : 'I_n -> {set 'I_b}).

Hypothesis nzA : forall i, A i != set0.
Hypothesis disjA : {in G, forall x i, (A (x.2 i) == A i) || [disjoint A (x.2 i) & A i]}.
Hypothesis freeA : {in G, forall x, (forall i, A (x.2 i) = A i) -> x.2 = 1%g}.
Hypothesis parityA : {in G, forall x i, x.2 i = i -> x.1 i ->
  forall c : bool, exists2 a, a \in A i & odd a = c}.

Local Notation f := (factors_poly R A).

Lemma sum_sgn (t : 'I_n -> bool) :
  \sum_(c : {ffun 'I_n -> bool}) \prod_i (-1) ^+ (t i && c i)
  = (2 ^ n)%:R * [forall i, ~~ t i]%:R :> R.
Proof.
rewrite -(bigA_distr_bigA (fun i c => (-1) ^+ (t i && c))) /=.
under eq_bigr do rewrite big_bool /= andbT andbF expr0.
case: forallP => [t0 | /forallP].
  rewrite (eq_bigr (fun=> 2%:R)) => [|i _]; last by rewrite (negPf (t0 i)) expr0.
  by rewrite prodr_const card_ord natrX mulr1.
rewrite negb_forall => /existsP[i]; rewrite negbK => ti.
by rewrite (bigD1 i) //= ti expr1 addNr mul0r mulr0.
Qed.

Theorem signed_factors_independent : independent G (fun x => sact x f).
Proof.
move=> c sum0 u Gu.
have coeff (a : {ffun 'I_n -> 'I_b}) : a \in family A ->
    \sum_(x in G | x.2 == u.2) c x * sgn x.1 (fun i => a i) = 0.
  move=> /familyP Aa; pose m := [multinom a i : nat | i < n]#u.2^-1%g.
  rewrite -[RHS](mcoeff0 R m) -sum0 raddf_sum /= big_mkcondr; apply: eq_bigr => x Gx.
  rewrite mcoeffZ mcoeff_sact.
  have -> : m#x.2 = [multinom [ffun i => a (u.2^-1%g (x.2 i))] i : nat | i < n].
    by apply/mnmP=> i; rewrite !mnmE ffunE.
  rewrite mcoeff_factors_poly; case: eqP => [eq_xu | ne_xu].
    rewrite (_ : (_ \in family A) = true) ?mulr1; last first.
      by apply/familyP=> i; rewrite ffunE eq_xu permK Aa.
    by congr (_ * _); apply: eq_bigr => i _; rewrite mnmE ffunE eq_xu permK.
  case: familyP => [Ax | _]; last by rewrite !mulr0.
  case: ne_xu; have Gy : (u^-1 * x)%g \in G by rewrite groupM ?groupV.
  suffices : (u^-1 * x)%g.2 = 1%g.
    by rewrite sperm2M sperm2V => /(canRL (mulgK _)); rewrite mul1g invgK.
  apply: freeA => // i; rewrite sperm2M sperm2V permM.
  have := disjA Gy i; rewrite sperm2M sperm2V permM.
  by case: eqP => //= _ /disjointFr/(_ (Aa _)); have := Ax i; rewrite ffunE => ->.
pose t (x : sperm n) i := x.1 i (+) u.1 i.
have both x i : x \in G -> x.2 = u.2 -> t x i ->
    forall e : bool, exists2 a, a \in A i & odd a = e.
  move=> Gx eq_xu txi; have Gy : (u^-1 * x)%g \in G by rewrite groupM ?groupV.
  apply: (parityA Gy); first by rewrite sperm2M sperm2V eq_xu permM permK.
  by rewrite sperm_signM /= ffunE eq_xu permK.
pose I := [set i | [exists x in G, (x.2 == u.2) && t x i]].
have pick (e : {ffun 'I_n -> bool}) : {a : {ffun 'I_n -> 'I_b} |
    (a \in family A) && [forall i in I, odd (a i) == e i]}.
  have pick_i i : exists a, (a \in A i) && ((i \in I) ==> (odd a == e i)).
    case: (boolP (i \in I)) => [|_]; last first.
      by have [a Aa] := set0Pn _ (nzA i); exists a; rewrite Aa.
    rewrite inE => /exists_inP[x Gx /andP[/eqP eq_xu txi]].
    by have [a Aa <-] := both x i Gx eq_xu txi (e i); exists a; rewrite Aa eqxx.
  exists [ffun i => xchoose (pick_i i)]; apply/andP; split.
    by apply/familyP=> i; rewrite ffunE; have /andP[] := xchooseP (pick_i i).
  apply/forall_inP=> i Ii; rewrite ffunE; have /andP[_ /implyP] := xchooseP (pick_i i).
  exact.
have sum_e (e : {ffun 'I_n -> bool}) :
    \sum_(x in G | x.2 == u.2) c x * \prod_i (-1) ^+ (t x i && e i) = 0.
  have [a /andP[Aa /forall_inP odd_a]] := pick e.
  transitivity (sgn u.1 (fun i => a i) * \sum_(x in G | x.2 == u.2) c x * sgn x.1 (fun i => a i)).
    2: by rewrite coeff ?mulr0.
  rewrite mulr_sumr; apply: eq_bigr => x /andP[Gx eq_xu]; rewrite mulrCA; congr (_ * _).
  rewrite /sgn -big_split; apply: eq_bigr => i _ /=; rewrite -signr_addb -andb_addl.
  rewrite addbC -/(t x i); case: (boolP (t x i)) => //= txi.
  rewrite (eqP (odd_a i _)) // inE; apply/exists_inP; exists x => //.
  by rewrite eq_xu.
have /eqP : c u * (2 ^ n)%:R = 0.
  transitivity (\sum_(e : {ffun 'I_n -> bool}) \sum_(x in G | x.2 == u.2)
      c x * \prod_i (-1) ^+ (t x i && e i)); last by rewrite big1.
  rewrite exchange_big (bigD1 u) /=; last by rewrite Gu eqxx.
  rewrite -mulr_sumr sum_sgn (_ : [forall i, _] = true) ?mulr1.
    rewrite big1 ?addr0 // => x /andP[/andP[Gx /eqP eq_xu] ne_xu].
    rewrite -mulr_sumr sum_sgn; case: forallP => [t0 | _]; last by rewrite !mulr0.
    case/eqP: ne_xu; rewrite [x]surjective_pairing [u]surjective_pairing eq_xu.
    congr (_, _); apply/ffunP=> i; have := t0 i; rewrite /t.
    by case: (x.1 i); case: (u.1 i).
  by apply/forallP=> i; rewrite /t addbb.
by rewrite mulf_eq0 natrX expf_eq0 (negPf nz2) andbF orbF => /eqP.
Qed.

Theorem signed_factors_free_orbit w :
    averaging_scheme G w ->
    {in G, forall y, sact y (signed_average w f) = signed_average w f} ->
  {in G, forall x, w x = #|G|%:R^-1}.
Proof.
move=> sch_w inv_w.
have w_c : {in G, forall x, w x = w 1%g}.
  apply: (independent_constant signed_factors_independent) => y Gy.
  rewrite -[RHS](inv_w y Gy) /signed_average linear_sum; apply: eq_bigr => x _ /=.
  by rewrite linearZ sactM.
by move=> x Gx; have [_ <- _] := constant_scheme sch_w w_c; apply: w_c.
Qed.

End Factors.

(* The threshold, if it is attained by exponents with the conditions above    *)
(* and missed by a homomorphism to {+1, -1}.                                  *)
Lemma signed_threshold k0 (eps : sperm n -> bool) : #|G|%:R != 0 :> R ->
    (forall w, averaging_scheme G w -> exact_signed k0 w ->
       {in G, forall x, w x = #|G|%:R^-1}) ->
    {in G &, forall x y, eps (x * y)%g = eps x (+) eps y} ->
    (forall m, (mdeg m < k0)%N ->
       exists r, [/\ r \in G, eps r & sact r 'X_[m] = 'X_[m] :> {mpoly R[n]}]) ->
  forall k,
  (forall w, averaging_scheme G w -> exact_signed k w -> scheme_size G w = #|G|)
  <-> (k0 <= k)%N.
Proof.
move=> nzG attained epsM missed k; split=> [full | le_k w sch_w ex_w]; last first.
  have w_c := attained w sch_w (exact_signedW le_k ex_w).
  by have [] := constant_scheme sch_w w_c.
rewrite leqNgt; apply/negP=> lt_k.
have fix_m m : (mdeg m <= k)%N ->
    exists r, [/\ r \in G, eps r & sact r 'X_[m] = 'X_[m] :> {mpoly R[n]}].
  by move=> le_m; apply: missed; apply: leq_ltn_trans lt_k.
have [|r [Gr eps_r _]] := fix_m 0%MM; first by rewrite mdeg0.
have [sch_w size_w] := sign_kernel_size epsM Gr eps_r nzG.
have := full _ sch_w (sign_kernel_exact epsM fix_m).
move=> eq_size; move: size_w; rewrite eq_size -addnn -[X in _ = X]addn0.
by move/addnI/eqP; rewrite eqn0Ngt cardG_gt0.
Qed.

End Exact.

Lemma sactX x m : sact x 'X_[m] = sgn x.1 m *: 'X_[m#x.2^-1%g].
Proof. by rewrite /sact flipX msymZ msymX. Qed.

(* Evidence *orbit*, with signs: the number of different monomials that are,  *)
(* up to sign, translates of one monomial that no element of G takes to its   *)
(* negative.                                                                  *)
Theorem signed_monomial_orbit_size (G : {group sperm n}) m (w : sperm n -> R) :
    {in G, forall x, sact x 'X_[m] != - 'X_[m] :> {mpoly R[n]}} ->
    averaging_scheme G w ->
    {in G, forall y, sact y (signed_average G w 'X_[m]) = signed_average G w 'X_[m]} ->
  (size (undup [seq m#x.2 | x : sperm n in G]) <= scheme_size G w)%N.
Proof.
move=> consistent sch_w inv_m; set S := undup _.
pose mt (x : sperm n) := m#x.2^-1%g; pose sig (x : sperm n) := sgn x.1 m.
have sig_pm t : sgn t m = 1 \/ sgn t m = -1.
  rewrite /sgn; elim/big_ind: _ => [|a b [->|->] [->|->]|i _]; rewrite ?mulr1 ?mul1r ?mulN1r ?opprK.
  - by left.
  - by left.
  - by right.
  - by right.
  - by left.
  by case: (_ && _); [right | left].
have nz_sig x : sig x != 0 by case: (sig_pm x.1); rewrite /sig => ->; rewrite ?oppr_eq0 oner_eq0.
have eq_sig x y : x \in G -> y \in G -> mt x = mt y -> sig x = sig y.
  move=> Gx Gy eq_mt; have Gz : (y^-1 * x)%g \in G by rewrite groupM ?groupV.
  have mz : m#(y^-1 * x)%g.2^-1%g = m.
    rewrite sperm2M sperm2V invMg invgK mpermM -/(mt x) eq_mt -mpermM mulgV mperm1 //.
  have fix_z : sact (y^-1 * x)%g 'X_[m] = 'X_[m] :> {mpoly R[n]}.
    rewrite sactX mz; have := consistent _ Gz; rewrite sactX mz.
    by case: (sig_pm (y^-1 * x)%g.1) => ->; rewrite ?scale1r // scaleN1r eqxx.
  have : sact x 'X_[m] = sact y 'X_[m] :> {mpoly R[n]} by rewrite -{2}fix_z -sactM mulKVg.
  rewrite !sactX -/(mt x) -/(mt y) eq_mt => /(congr1 (fun p => p@_(mt y))).
  by rewrite !mcoeffZ !mcoeffX eqxx !mulr1.
have uS : uniq S by apply: undup_uniq.
have inS x : x \in G -> mt x \in S.
  by move=> Gx; rewrite mem_undup; apply/mapP; exists x^-1%g; rewrite ?mem_enum ?groupV.
have S1 : m \in S by have := inS 1%g (group1 G); rewrite /mt invg1 mperm1.
pose place x : seq_sub S := insubd (SeqSub S1) (mt x).
have placeE x u : x \in G -> (place x == u) = (mt x == val u).
  by move=> Gx; rewrite -val_eqE /= insubdK // inS.
have coeff u : (signed_average G w 'X_[m])@_u = \sum_(x in G | mt x == u) w x * sig x.
  rewrite raddf_sum big_mkcondr; apply: eq_bigr => x _ /=.
  rewrite sactX !mcoeffZ mcoeffX -/(mt x) -/(sig x).
  by case: eqP; rewrite ?mulr1 ?mulr0 // mulr0.
rewrite -(card_seq_sub uS).
apply: (@kinds_size _ _ _ _ place w (signed_average G w 'X_[m])@_m) => // u.
have /mapP[y0] : val u \in [seq m#x.2 | x : sperm n in G] by rewrite -mem_undup ssvalP.
rewrite mem_enum => Gy0 def_u; pose y := y0^-1%g; have Gy : y \in G by rewrite groupV.
have def_u' : val u = mt y by rewrite def_u /mt /y sperm2V invgK.
apply: (mulfI (nz_sig y)); transitivity ((signed_average G w 'X_[m])@_(mt y)).
  rewrite coeff mulr_sumr; apply: eq_big => [x | x].
    by case: (boolP (x \in G)) => //= Gx; rewrite placeE // def_u'.
  move=> /andP[Gx]; rewrite placeE // def_u' => /eqP eq_mt.
  by rewrite (eq_sig x y) // mulrC.
rewrite -{1}(inv_m y Gy) mcoeff_sact /mt -mpermM mulgV mperm1.
by congr (_ * _); apply: eq_bigr => i _; rewrite !mnmE permK.
Qed.

(* The determinant, a sign.                                                   *)
Definition det x : bool := odd_perm x.2 (+) \big[addb/false]_i x.1 i.

Lemma detM x y : det (x * y)%g = det x (+) det y.
Proof.
rewrite /det sperm2M odd_permM; under eq_bigr do rewrite sperm_signM.
rewrite big_split /= -(reindex_inj (@perm_inj _ y.2) (P := xpredT) (F := fun i => x.1 i)) /=.
move: (\big[_/_]_(i < n) x.1 i) (\big[_/_]_(i < n) y.1 i) (odd_perm x.2) (odd_perm y.2).
by do 4!case.
Qed.

Definition mirror i : sperm n := ([ffun j => j == i], 1%g).

Lemma det_mirror i : det (mirror i).
Proof.
rewrite /det odd_perm1 (bigD1 i) //= ffunE eqxx big1 // => j /negPf ne_ji.
by rewrite ffunE.
Qed.

Lemma sact_mirror i m : ~~ odd (m i) -> sact (mirror i) 'X_[m] = 'X_[m].
Proof.
move=> even_i; rewrite sactX invg1 mperm1 /sgn big1 ?scale1r // => j _.
by rewrite ffunE; case: eqP => [->|_]; rewrite ?(negPf even_i) expr0.
Qed.

Definition exchange i j : sperm n := ([ffun=> false], tperm i j).

Lemma det_exchange i j : i != j -> det (exchange i j).
Proof. by move=> ne_ij; rewrite /det odd_tperm ne_ij big1 // => l _; rewrite ffunE. Qed.

Lemma sact_exchange i j m : m i = m j -> sact (exchange i j) 'X_[m] = 'X_[m].
Proof.
move=> eq_m; rewrite sactX tpermV /sgn big1 ?scale1r => [|l _]; last by rewrite ffunE expr0.
by congr 'X_[_]; apply/mnmP=> l; rewrite mnmE; case: tpermP => [->|->|].
Qed.

Lemma msize_factors_poly b (A : 'I_n -> {set 'I_b}) (top : 'I_n -> nat) :
    (forall i a, a \in A i -> (a <= top i)%N) ->
  (msize (factors_poly R A) <= (\sum_i top i).+1)%N.
Proof.
move=> le_top; rewrite factors_polyE; apply: leq_trans (msize_sum _ _ _) _.
apply/bigmax_leqP=> a /familyP Aa; rewrite msizeX ltnS mdegE.
by apply: leq_sum => i _; rewrite mnmE le_top.
Qed.

(* (Z/2)^r, r = n: the threshold is r.                                        *)
Section Signs.

Local Notation G := (signs n).

Hypothesis nz2 : 2%:R != 0 :> R.

Theorem signs_only_uniform w : averaging_scheme G w -> exact_signed G n w ->
  {in G, forall x, w x = (2 ^ n)%:R^-1}.
Proof.
move=> sch_w ex_w; rewrite -card_signs; pose A (i : 'I_n) := [set: 'I_2].
apply: (@signed_factors_free_orbit _ nz2 _ A) => //.
- by move=> i; apply/set0Pn; exists 0; rewrite inE.
- by move=> x _ i; rewrite eqxx.
- by move=> x; rewrite inE => /eqP.
- by move=> x _ i _ _ [|]; [exists 1 | exists 0]; rewrite ?inE.
move=> y Gy; apply: ex_w => //.
have := @msize_factors_poly _ A (fun=> 1%N); rewrite sum1_card card_ord; apply=> i a _.
by rewrite -ltnS.
Qed.

Theorem signs_threshold k :
  (forall w, averaging_scheme G w -> exact_signed G k w -> scheme_size G w = (2 ^ n)%N)
  <-> (n <= k)%N.
Proof.
rewrite -card_signs; apply: (@signed_threshold _ _ det) => [||x y _ _|m lt_m].
- by rewrite card_signs natrX expf_eq0 (negPf nz2) andbF.
- by move=> w sch_w ex_w; rewrite card_signs; apply: signs_only_uniform.
- exact: detM.
have /existsP[i /eqP m0] : [exists i, m i == 0%N].
  apply: contraLR lt_m; rewrite negb_exists -leqNgt => /forallP m_gt0.
  rewrite -[n in X in (X <= _)%N]card_ord -sum1_card mdegE; apply: leq_sum => i _.
  by rewrite lt0n.
exists (mirror i); split; first by rewrite inE.
  exact: det_mirror.
by apply: sact_mirror; rewrite m0.
Qed.

End Signs.

(* B_n: the threshold is n^2.                                                 *)
Section Hyperoctahedral.

Local Notation G := [set: sperm n]%G.

Hypothesis nzG : (2 ^ n * n`!)%:R != 0 :> R.

Lemma double_bin2 : ('C(n, 2).*2 + n = n ^ 2)%N.
Proof.
rewrite bin2 -mulnn; case: (n) => // l; have := odd_double_half (l.+1 * l).
by rewrite oddM /= andNb add0n => ->; rewrite [RHS]mulnS addnC.
Qed.

(* Exponents of small degree are even somewhere or not distinct.              *)
Lemma mdeg_even_repeated m : (mdeg m < n ^ 2)%N ->
  (exists i, ~~ odd (m i)) \/ (exists2 ij : 'I_n * 'I_n, ij.1 != ij.2 & m ij.1 = m ij.2).
Proof.
move=> lt_m; have [/existsP[i even_i] | ] := boolP [exists i, ~~ odd (m i)].
  by left; exists i.
rewrite negb_exists => /forallP odd_m; right.
have mE i : m i = (m i)./2.*2.+1.
  by have := odd_m i; rewrite negbK -{2}[m i]odd_double_half => ->.
pose h := [multinom (m i)./2 | i < n].
have /mdeg_repeated[[i j] /= ne_ij] : (mdeg h < 'C(n, 2))%N.
  move: lt_m; rewrite -double_bin2 (_ : mdeg m = (mdeg h).*2 + n)%N.
    by rewrite ltn_add2r ltn_double.
  transitivity ((mdeg h).*2 + \sum_(i < n) 1)%N; last by rewrite sum1_card card_ord.
  rewrite !mdegE -mul2n big_distrr -big_split.
  by apply: eq_bigr => i _; rewrite mnmE [LHS]mE /= mul2n addn1.
by rewrite !mnmE => eq_h; exists (i, j) => //=; rewrite mE [RHS]mE eq_h.
Qed.

Theorem hyperoctahedral_only_uniform w : averaging_scheme G w ->
    exact_signed G (n ^ 2) w ->
  forall x, w x = (2 ^ n * n`!)%:R^-1.
Proof.
move=> sch_w ex_w; rewrite -card_sperm.
pose A (i : 'I_n) := [set a : 'I_(n.*2) | (a : nat)./2 == i].
have ltA (i : 'I_n) (c : bool) : (c + i.*2 < n.*2)%N.
  apply: (@leq_trans i.+1.*2); last by rewrite leq_double.
  by rewrite doubleS; case: c.
have inA (i : 'I_n) c : Ordinal (ltA i c) \in A i by rewrite inE /= half_bit_double.
have disjA (i j : 'I_n) a : a \in A i -> a \in A j -> i = j.
  by rewrite !inE => /eqP ai /eqP aj; apply: val_inj; rewrite /= -ai -aj.
have nz2 : 2%:R != 0 :> R \/ n = 0%N.
  case: (posnP n) => [-> | n_gt0]; [by right | left].
  apply: contraNneq nzG => two0; rewrite natrM natrX two0 expr0n.
  by rewrite eqn0Ngt n_gt0 mul0r.
case: nz2 => [nz2 x | n0]; last first.
  have no_i (i : 'I_n) : False by have := ltn_ord i; rewrite [X in (_ < X)%N]n0.
  have all1 (x : sperm n) : x = 1%g.
    rewrite [x]surjective_pairing; congr (_, _); first by apply/ffunP=> i; case: (no_i i).
    by apply/permP=> i; case: (no_i i).
  have w_c : {in G, forall x, w x = w 1%g} by move=> x _; rewrite [x]all1.
  by move=> x; rewrite [x]all1; have [_ -> _] := constant_scheme sch_w w_c.
apply: (@signed_factors_free_orbit _ nz2 _ A) => //; last by rewrite inE.
- by move=> i; apply/set0Pn; exists (Ordinal (ltA i false)).
- move=> y _ i; case: eqP => //= ne_A; rewrite -setI_eq0; apply/set0Pn=> -[a].
  by rewrite inE => /andP[/disjA ij /ij eq_i]; case: ne_A; rewrite eq_i.
- move=> y _ A_y; apply/permP=> i; rewrite perm1.
  by apply: (disjA _ _ (Ordinal (ltA i false))) => //; rewrite A_y.
- move=> y _ i _ _ c; exists (Ordinal (ltA i c)) => //=.
  by rewrite oddD odd_double addbF; case: c.
move=> y Gy; apply: ex_w => //.
have -> : (n ^ 2 = \sum_(i < n) i.*2.+1)%N.
  rewrite -double_bin2 -triangular_sum big_mkord -mul2n big_distrr /=.
  transitivity (\sum_(i < n) 2 * i + \sum_(i < n) 1)%N.
    by rewrite sum1_card card_ord.
  by rewrite -big_split; apply: eq_bigr => i _; rewrite /= mul2n addn1.
apply: msize_factors_poly => i a; rewrite inE => /eqP <-.
by rewrite -{1}[a : nat]odd_double_half; case: odd.
Qed.

Theorem hyperoctahedral_threshold k :
  (forall w, averaging_scheme G w -> exact_signed G k w ->
     scheme_size G w = (2 ^ n * n`!)%N)
  <-> (n ^ 2 <= k)%N.
Proof.
rewrite -card_sperm; apply: (@signed_threshold _ _ det) => [||x y _ _|m lt_m].
- by rewrite card_sperm.
- by move=> w sch_w ex_w x _; rewrite card_sperm; apply: hyperoctahedral_only_uniform.
- exact: detM.
have [[i even_i] | [[i j] /= ne_ij eq_m]] := mdeg_even_repeated lt_m.
  exists (mirror i); split; rewrite ?inE //; [exact: det_mirror | exact: sact_mirror].
exists (exchange i j); split; rewrite ?inE //; [exact: det_exchange | exact: sact_exchange].
Qed.

End Hyperoctahedral.

End Action.
