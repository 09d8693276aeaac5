(** * Evidence rank, computed (MATHEMATICS.md, 2.5)                           *)
(*                                                                            *)
(* z / |G| is the projection onto the irreducibles that do not occur in the   *)
(* class, u / |G| one onto irreducibles whose products all occur: the sum of  *)
(* u u z is 0. Then the size is at least u(1), for signed weights too.        *)
(*                                                                            *)
(*       spreads G v f y == the sum over g in G of v g * f (y * g^-1)         *)
(*   rank_bound N S n rs phi psi c z u kappa m == c + phi * psi is nearly     *)
(*                    kappa times |G| - z and vanishes where z does not; z    *)
(*                    and u are projections, u u z has sum 0, and m <= u(1)   *)

From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From SsrMultinomials Require Import mpoly.
From Reynolds Require averaging rank pairing.
From Reynolds.instances Require Import claims modules numbers listing actions terms weights.
From Reynolds.instances Require Import exactness nearness classFunctions linearProgramme.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Section Abstract.

Variables (R : realFieldType) (gT : finGroupType) (G : {group gT}).
Implicit Types (v w f : gT -> R).

Definition spreads (v f : gT -> R) y := \sum_(g in G) v g * f (y * g^-1)%g.

Definition projection (z : gT -> R) := {in G, forall h, correlation G z h = #|G|%:R * z h}.

Lemma projection_sym (z : gT -> R) h : projection z -> h \in G -> z h^-1%g = z h.
Proof.
move=> pz Gh; apply: (mulfI (orderR_neq0 R G)).
rewrite -!pz ?groupV // /correlation (reindex_inj (mulgI h)) /=.
apply: eq_big => [g|g Gg]; first by rewrite groupMl.
by rewrite mulKg mulrC.
Qed.

Section Absent.

Variables (v z c : gT -> R) (kappa : R).
Hypothesis (class_z : class_function G z) (class_c : class_function G c).
Hypothesis proj_z : projection z.
Hypothesis zc0 : {in G, forall h, \sum_(x in G) z x * c (x * h)%g = 0}.
Hypothesis cv0 : {in G, forall y, spreads v c y = 0}.
Hypothesis near : \sum_(h in G) `|kappa * (#|G|%:R *+ (h == 1%g) - z h) - c h| < kappa * #|G|%:R.

Let x y := #|G|%:R * v y - spreads v z y.

Lemma spreads_spreads f (cf : class_function G f) y : y \in G ->
  spreads (spreads v z) f y = \sum_(k in G) v k * \sum_(a in G) z a * f (a * (y * k^-1))%g.
Proof.
move=> Gy; rewrite /spreads; under eq_bigr do rewrite mulr_suml; rewrite exchange_big /=.
apply: eq_bigr => k Gk; rewrite mulr_sumr [LHS](reindex_inj (mulIg k)) /=.
rewrite [LHS](reindex_inj invg_inj) /=; apply: eq_big => [a|a Ga].
  by rewrite groupMr ?groupV.
have {}Ga : a \in G by move: Ga; rewrite groupMr // groupV.
have Gyk : (y * k^-1)%g \in G by rewrite groupM ?groupV.
have -> : (a^-1 * k * k^-1 = a^-1)%g by apply: mulgK.
rewrite (projection_sym proj_z Ga) -mulrA; congr (_ * (_ * _)).
rewrite invMg invgK mulgA -(cf _ a^-1%g) ?groupM ?groupV //.
by rewrite conjgE mulgK invgK.
Qed.

Lemma spreads_x f y : spreads x f y = #|G|%:R * spreads v f y - spreads (spreads v z) f y.
Proof.
rewrite /spreads /x mulr_sumr -sumrB; apply: eq_bigr => g _.
by rewrite mulrBl mulrA.
Qed.

Lemma absent_projection : {in G, forall y, #|G|%:R * v y = spreads v z y}.
Proof.
pose q h := kappa * (#|G|%:R *+ (h == 1%g) - z h) - c h.
have xz0 y : y \in G -> spreads x z y = 0.
  move=> Gy; rewrite spreads_x spreads_spreads // mulr_sumr -sumrB big1 // => k Gk.
  have Gyk : (y * k^-1)%g \in G by rewrite groupM ?groupV.
  have -> : \sum_(a in G) z a * z (a * (y * k^-1))%g = #|G|%:R * z (y * k^-1)%g.
    rewrite -proj_z //; apply: eq_bigr => a Ga; congr (_ * _).
    by rewrite -(class_z (groupM Ga Gyk) Ga) conjgE !mulgA mulVg mul1g.
  by rewrite mulrCA subrr.
have xc0 y : y \in G -> spreads x c y = 0.
  move=> Gy; rewrite spreads_x cv0 // mulr0 sub0r spreads_spreads // big1 ?oppr0 // => k Gk.
  by rewrite zc0 ?mulr0 // groupM ?groupV.
have xq y : y \in G -> kappa * #|G|%:R * x y = spreads x q y.
  move=> Gy; have -> : spreads x q y
      = \sum_(g in G) kappa * (#|G|%:R *+ (y * g^-1 == 1)%g * x g) - kappa * spreads x z y - spreads x c y.
    rewrite /spreads mulr_sumr -!sumrB; apply: eq_bigr => g _; rewrite /q.
    rewrite mulrBr; congr (_ - _); rewrite mulrCA [X in kappa * X = _]mulrBr [LHS]mulrBr.
    by rewrite [X in kappa * X - _]mulrC.
  rewrite xz0 // xc0 // mulr0 !subr0 (bigD1 y) //= mulgV eqxx mulr1n big1 ?addr0 ?mulrA //.
  by move=> g /andP[_ ne_g]; rewrite -eq_mulgV1 eq_sym (negPf ne_g) mulr0n mul0r mulr0.
pose X := \sum_(y in G) `|x y|.
have le_X : kappa * #|G|%:R * X <= (\sum_(h in G) `|q h|) * X.
  rewrite mulr_sumr; apply: le_trans (_ : \sum_(y in G) \sum_(g in G) `|x g| * `|q (y * g^-1)%g| <= _).
    apply: ler_sum => y Gy; have k_ge0 : 0 <= kappa * #|G|%:R.
      by apply: le_trans (ltW near); apply: sumr_ge0.
    rewrite -[kappa * _]ger0_norm // -normrM xq //; apply: le_trans (ler_norm_sum _ _ _) _.
    by apply: ler_sum => g _; rewrite normrM.
  rewrite exchange_big mulrC mulr_suml; apply: ler_sum => g Gg /=; rewrite -mulr_sumr.
  rewrite ler_wpmul2l // [X in _ <= X](reindex_inj (mulIg g^-1%g)) /= le_eqVlt.
  by apply/orP; left; apply/eqP/eq_bigl => y; rewrite groupMr ?groupV.
have /eqP : X = 0.
  apply/eqP; rewrite eq_le sumr_ge0 // andbT leNgt; apply/negP=> X_gt0.
  by move: le_X; rewrite ler_pmul2r // leNgt near.
rewrite psumr_eq0 // => /allP x0 y Gy; have := x0 y (mem_index_enum _).
by rewrite Gy /= normr_eq0 subr_eq0 => /eqP.
Qed.

End Absent.

(** Products of the functions of u do not meet z. *)
Section Products.

Variables (u z : gT -> R).
Hypothesis (class_u : class_function G u) (class_z : class_function G z).
Hypothesis (proj_u : projection u) (proj_z : projection z).
Hypothesis uuz0 : \sum_(k in G) u k * u k * z k = 0.

Let triple a b c := \sum_(y in G) u (y * a)%g * u (y * b)%g * z (y * c)%g.

Lemma pair_sum f y y' : projection f -> y \in G -> y' \in G ->
  \sum_(a in G) f (y * a)%g * f (y' * a)%g = #|G|%:R * f (y' * y^-1)%g.
Proof.
move=> pf Gy Gy'; rewrite -pf ?groupM ?groupV // /correlation.
rewrite [RHS](reindex_inj (mulgI y)) /=; apply: eq_big => [a|a _]; first by rewrite groupMl.
by rewrite mulgA mulgKV.
Qed.

Lemma triple0 a b c : a \in G -> b \in G -> c \in G -> triple a b c = 0.
Proof.
move=> Ga Gb Gc.
have sum0 : \sum_(a in G) \sum_(b in G) \sum_(c in G) triple a b c ^+ 2 = 0.
  pose U y y' := \sum_(a in G) u (y * a)%g * u (y' * a)%g.
  pose Z y y' := \sum_(c in G) z (y * c)%g * z (y' * c)%g.
  transitivity (\sum_(y in G) \sum_(y' in G) U y y' * U y y' * Z y y').
    transitivity (\sum_(a in G) \sum_(b in G) \sum_(c in G) \sum_(y in G) \sum_(y' in G)
        (u (y * a)%g * u (y' * a)%g) * (u (y * b)%g * u (y' * b)%g) * (z (y * c)%g * z (y' * c)%g)).
      apply: eq_bigr => a' _; apply: eq_bigr => b' _; apply: eq_bigr => c' _.
      rewrite expr2 mulr_suml; apply: eq_bigr => y _; rewrite mulr_sumr; apply: eq_bigr => y' _.
      by rewrite mulrACA; congr (_ * _); rewrite mulrACA.
    under eq_bigr do under eq_bigr do rewrite exchange_big.
    under eq_bigr do rewrite exchange_big; rewrite exchange_big; apply: eq_bigr => y _ /=.
    under eq_bigr do under eq_bigr do rewrite exchange_big.
    under eq_bigr do rewrite exchange_big; rewrite exchange_big; apply: eq_bigr => y' _ /=.
    rewrite /U -mulrA mulr_suml; apply: eq_bigr => a' _; rewrite mulr_suml mulr_sumr.
    apply: eq_bigr => b' _; rewrite /Z !mulr_sumr; apply: eq_bigr => c' _; exact/esym/mulrA.
  transitivity (\sum_(y in G) #|G|%:R ^+ 3 * \sum_(k in G) u k * u k * z k).
    apply: eq_bigr => y Gy; rewrite mulr_sumr [RHS](reindex_inj (mulIg y^-1%g)) /=.
    apply: eq_big => [y'|y' Gy']; first by rewrite groupMr ?groupV.
    rewrite /U /Z !pair_sum // [X in X * _ = _]mulrACA [LHS]mulrACA.
    by rewrite !exprS expr0 mulr1; congr (_ * _); rewrite mulrA.
  by rewrite uuz0 big1 // => y _; rewrite mulr0.
have ge0 a' b' : 0 <= \sum_(c in G) triple a' b' c ^+ 2 by apply: sumr_ge0 => c' _; apply: sqr_ge0.
have ge0' a' : 0 <= \sum_(b in G) \sum_(c in G) triple a' b c ^+ 2 by apply: sumr_ge0.
move/eqP: sum0; rewrite psumr_eq0 // => /allP/(_ a (mem_index_enum _)); rewrite Ga /=.
rewrite psumr_eq0 // => /allP/(_ b (mem_index_enum _)); rewrite Gb /=.
rewrite psumr_eq0 => [/allP/(_ c (mem_index_enum _))|c' _]; last exact: sqr_ge0.
by rewrite Gc /= sqrf_eq0 => /eqP.
Qed.

Theorem rank_size_bound w m : \sum_(g in G) w g = 1 ->
    {in G, forall y, #|G|%:R * (w y - #|G|%:R^-1) = spreads (fun g => w g - #|G|%:R^-1) z y} ->
    m%:R <= u 1%g ->
  (m <= #|[set g in G | w g != 0%R]|)%N.
Proof.
move=> sum_w absent le_m; pose v g := w g - #|G|%:R^-1; have nzG := orderR_neq0 R G.
have sum_v s t : s \in G -> t \in G -> \sum_(y in G) v y * (u (y * s)%g * u (y * t)%g) = 0.
  move=> Gs Gt; apply: (mulfI nzG); rewrite mulr0 mulr_sumr.
  have absent_v y : y \in G -> #|G|%:R * v y = spreads v z y by apply: absent.
  under eq_bigr => y Gy do rewrite [#|G|%:R * _]mulrA absent_v // /spreads mulr_suml.
  rewrite exchange_big big1 // => g Gg /=.
  transitivity (v g * triple s t g^-1%g); last by rewrite triple0 ?groupV ?mulr0.
  rewrite mulr_sumr; apply: eq_bigr => y _; rewrite -[LHS]mulrA; congr (_ * _).
  exact: mulrC.
have sum_wu s t : s \in G -> t \in G ->
    \sum_(y in G) w y * (u (y * s)%g * u (y * t)%g) = u (s^-1 * t)%g.
  move=> Gs Gt; have := sum_v s t Gs Gt; rewrite /v.
  under eq_bigr do rewrite mulrBl; rewrite sumrB => /eqP; rewrite subr_eq0 => /eqP->.
  rewrite -mulr_sumr; apply: (mulfI nzG); rewrite mulVKf // -proj_u ?groupM ?groupV //.
  rewrite /correlation (reindex_inj (mulIg s^-1%g)) /=.
  apply: eq_big => [y|y]; first by rewrite groupMr ?groupV.
  rewrite groupMr ?groupV // => Gy; rewrite mulgKV; congr (_ * _).
  have Gst : (s^-1 * t)%g \in G by rewrite groupM ?groupV.
  by rewrite -[(y * s^-1 * t)%g]mulgA -(class_u (groupM Gy Gst) Gy) conjgE !mulgA mulVg mul1g.
pose A : 'M[R]_#|G| := \matrix_(i, j) u ((enum_val i)^-1 * enum_val j)%g.
have rank_A : (\rank A <= averaging.scheme_size G w)%N.
  have -> : A = \sum_(g in G) w g *: ((\col_i u (g * enum_val i)%g) *m (\row_j u (g * enum_val j)%g)).
    apply/matrixP=> i j; rewrite mxE summxE -sum_wu ?enum_valP //.
    by apply: eq_bigr => g _; rewrite !mxE big_ord1 !mxE.
  apply: rank.scheme_rank => g _.
  by apply: leq_trans (mxrankM_maxl _ _) (rank_leq_col _).
have sym g : g \in G -> u g^-1%g = u g by move=> Gg; apply: projection_sym.
have AA : A *m A = #|G|%:R *: A.
  apply/matrixP=> i j; set s := enum_val i; set t := enum_val j.
  have [Gs Gt] : s \in G /\ t \in G by rewrite !enum_valP.
  have AE k l : A k l = u ((enum_val k)^-1 * enum_val l)%g by rewrite mxE.
  transitivity (\sum_(y in G) u (s^-1 * y)%g * u (t^-1 * y)%g).
    rewrite mxE [RHS]big_enum_val; apply: eq_bigr => k _; rewrite !AE -/s -/t; congr (_ * _).
    by rewrite -[RHS]sym ?groupM ?groupV ?enum_valP // invMg invgK.
  rewrite pair_sum ?groupV // invgK mxE AE -/s -/t -[in RHS]sym ?groupM ?groupV //.
  by rewrite invMg invgK.
pose P := #|G|%:R^-1 *: A.
have PP : P *m P = P by rewrite /P -scalemxAl -scalemxAr AA !scalerA -mulrA mulVf // mulr1.
have trP : \tr P = u 1%g.
  rewrite mxtraceZ /mxtrace (eq_bigr (fun=> u 1%g)) => [|i _]; last by rewrite mxE mulVg.
  by rewrite sumr_const card_ord -[u _ *+ _]mulr_natl mulKf.
have rank_P : \rank P = \rank A by rewrite /P mxrank_scale_nz ?invr_eq0.
by move: le_m; rewrite -trP (pairing.trace_idempotent PP) ler_nat rank_P => /leq_trans; apply.
Qed.

End Products.

End Abstract.

(** ** What an exact scheme does to a class function of the class *)

Section Exact.

Variables (R : realFieldType) (gT : finGroupType) (G : {group gT}).
Variables (F : functions R gT) (dot : space F -> space F -> R).
Hypothesis EF : euclidean G dot.
Variables (us : seq (space F)) (w : gT -> R).
Hypothesis (Fus : {in us, forall u, member u}) (sum_w : \sum_(g in G) w g = 1).
Hypothesis ex_w : exact G F w.

Let phi g := \sum_(u <- us) dot (act g u) u.
Let v g := w g - #|G|%:R^-1.

Lemma exact_sum x : x \in G -> \sum_(g in G) v g * phi (g * x)%g = 0.
Proof.
have nzG := orderR_neq0 R G; pose fs := [seq (u, u) | u <- us].
have phiE g : pairing dot fs g = phi g by rewrite /pairing big_map.
have Ffs : {in fs, forall uv, member uv.1} by move=> _ /mapP[u /Fus Fu ->].
have const y : y \in G -> \sum_(g in G) w g * phi (g * y)%g = \sum_(g in G) w g * phi g.
  move=> Gy; under eq_bigr do rewrite -phiE; rewrite (exact_pairing EF ex_w Ffs Gy).
  by apply: eq_bigr => g _; rewrite phiE.
have shift y : y \in G -> \sum_(g in G) phi (g * y)%g = \sum_(g in G) phi g.
  by move=> Gy; rewrite [RHS](reindex_inj (mulIg y)); apply: eq_bigl => g; rewrite groupMr.
have mean : #|G|%:R * (\sum_(g in G) w g * phi g) = \sum_(g in G) phi g.
  rewrite mulr_natl -sumr_const; under eq_bigr => y Gy do rewrite -(const y Gy).
  rewrite exchange_big -[RHS]mul1r -sum_w mulr_suml; apply: eq_bigr => g Gg /=.
  rewrite -mulr_sumr; congr (_ * _); rewrite [RHS](reindex_inj (mulgI g)).
  by apply: eq_bigl => y; rewrite groupMl.
move=> Gx; rewrite /v; under eq_bigr do rewrite mulrBl.
rewrite sumrB const // -mulr_sumr shift // -mean mulKf ?subrr //.
Qed.

Lemma sum_deviation : \sum_(g in G) v g = 0.
Proof.
rewrite /v sumrB sum_w sumr_const -[_^-1 *+ _]mulr_natl mulfV ?orderR_neq0 //.
by rewrite subrr.
Qed.

Lemma exact_spreads (k : R) (psi : gT -> R) :
  {in G, forall y, spreads G v (fun h => k + \sum_(u in G) phi u * psi (h * u)%g) y = 0}.
Proof.
move=> y Gy; rewrite /spreads; under eq_bigr do rewrite mulrDr.
rewrite big_split /= -mulr_suml sum_deviation mul0r add0r.
under eq_bigr do rewrite mulr_sumr.
transitivity (\sum_(g in G) \sum_(x in G) v g * phi (g * x)%g * psi (y * x)%g).
  apply: eq_bigr => g Gg; rewrite [LHS](reindex_inj (mulgI g)) /=.
  by apply: eq_big => [x|x _]; rewrite ?groupMl // mulgA mulgKV mulrA.
rewrite exchange_big big1 // => x Gx /=; rewrite -mulr_suml exact_sum //.
exact: mul0r.
Qed.

End Exact.

(** ** Computation *)

Definition absent_values (N : nat) (S : seq (seq nat)) (n : nat) (T : trie nat) (rs : seq (seq nat))
    (phi psi : seq Z) (c : Z) (z : seq Z) (kappa : Z) : bool :=
  let L := elements N S n in let order := Z.of_nat (size L) in
  let c' := let es := spread N S n T phi in let m := gather (spread N S n T psi) in
            [seq (c + correlate es m r)%BZ | r <- rs] in
  let zs := spread N S n T z in let m := gather (spread N S n T c') in
  let zz := square_values N S n T rs z in
  [&& all (fun r => at_place T zz r =? order * at_place T z r)%BZ rs,
      all (fun r => left_correlate zs m r =? 0)%BZ rs
    & (zsum [seq Z.abs (kappa * ((if x == identity N then order else 0) - at_place T z x)
                        - at_place T c' x) | x <- L] <? kappa * order)%BZ].

Definition rank_bound (N : nat) (S : seq (seq nat)) (n : nat) (rs : seq (seq nat))
    (phi psi : seq Z) (c : Z) (z : seq Z) (kappa : Z) (u : seq Z) (m : nat) : bool :=
  let T := class_table N S n rs in
  [&& classes N S n rs T, absent_values N S n T rs phi psi c z kappa
    & let L := elements N S n in let order := Z.of_nat (size L) in
      let uu := square_values N S n T rs u in
      [&& all (fun r => at_place T uu r =? order * at_place T u r)%BZ rs,
          (zsum [seq (at_place T u x * at_place T u x * at_place T z x)%BZ | x <- L] =? 0)%BZ
        & (Z.of_nat m <=? at_place T u (identity N))%BZ]].

Section Soundness.

Variables (R : realFieldType) (N : nat) (S : seq (seq nat)) (n : nat) (rs : seq (seq nat)).

Local Notation G := (group_of N S).
Local Notation L := (elements N S n).
Local Notation T := (class_table N S n rs).
Local Notation zr := (zr R).

Hypothesis cl : classes N S n rs T.
Let gen_n := classes_generated cl.
Let oE : zr (Z.of_nat (size L)) = #|G|%:R. Proof. by rewrite zr_nat (card_elements gen_n). Qed.

Lemma class_eq (f g : 'S_N -> R) : class_function G f -> class_function G g ->
    {in rs, forall r, f (permutation N r) = g (permutation N r)} ->
  {in G, forall h, f h = g h}.
Proof.
move=> cf cg eq_fg; apply: (forall_elements gen_n) => x Lx.
have [r rs_r [y Ly ->]] := rep_place cl Lx; have Lr := rep_listed cl rs_r.
have [_ ->] := permutation_conj (elements_perm gen_n Ly) (elements_perm gen_n Lr).
by rewrite cf ?cg ?(permutation_in gen_n) // eq_fg.
Qed.

Lemma class_scale (a : R) (f : 'S_N -> R) : class_function G f -> class_function G (fun h => a * f h).
Proof. by move=> cf h k Gh Gk; rewrite cf. Qed.

Lemma projection_values z :
    all (fun r => at_place T (square_values N S n T rs z) r
                  =? Z.of_nat (size L) * at_place T z r)%BZ rs ->
  projection G (@values N S n rs R z).
Proof.
move=> /allP zz; have cz := values_class cl R z.
apply: (class_eq (class_correlation cz cz) (class_scale _ cz)) => r rs_r.
have Lr := rep_listed cl rs_r; rewrite -[LHS](square_values_represent R cl z Lr) -(valuesP cl R z Lr).
by have /Z.eqb_eq := zz r rs_r; rewrite /at_place => ->; rewrite zrM oE.
Qed.

Section Bound.

Variables (F : functions R [finGroupType of 'S_N]) (dot : space F -> space F -> R).
Hypothesis EF : euclidean G dot.
Variables (us : seq (space F)) (phi : seq Z).
Let f g := \sum_(u <- us) dot (act g u) u.
Hypothesis (Fus : {in us, forall u, member u}) (class_f : class_function G f).
Hypothesis phi_f : represents S n rs phi f.
Variables (w : 'S_N -> R).
Hypothesis (sum_w : \sum_(g in G) w g = 1) (ex_w : exact G F w).

Lemma absent_sound psi c z kappa : absent_values N S n T rs phi psi c z kappa ->
  {in G, forall y, #|G|%:R * (w y - #|G|%:R^-1)
     = spreads G (fun g => w g - #|G|%:R^-1) (@values N S n rs R z) y}.
Proof.
rewrite /absent_values; cbv beta zeta; set c' := [seq _ | r <- rs].
case/and3P=> proj /allP zc near; have pz := projection_values proj.
have cz := values_class cl R z; have cpsi := values_class cl R psi.
pose C h := zr c + \sum_(x in G) f x * @values N S n rs R psi (h * x)%g.
have cC : class_function G C.
  move=> h k Gh Gk; congr (_ + _).
  exact: (class_correlation class_f cpsi Gh Gk).
have CE : represents S n rs c' C.
  apply: (represents_reps cl cC) => r rs_r; rewrite zrD; congr (_ + _).
  exact: (corr_value cl phi_f (valuesP cl R psi) (rep_listed cl rs_r)).
apply: (absent_projection (kappa := zr kappa) cz cC pz).
- apply: (@class_eq _ (fun=> 0)) => [|h k //|r rs_r]; first exact: class_convolution cz cC.
  rewrite -(conv_value cl (valuesP cl R z) CE (rep_listed cl rs_r)).
  by have /Z.eqb_eq -> := zc r rs_r.
- exact: exact_spreads.
have := zr_lt R near; rewrite zrM oE; congr (_ < _).
rewrite zr_zsum big_map (sum_elements gen_n) !big_seq; apply: eq_bigr => x Lx.
rewrite zr_abs zrB zrM zrB /at_place CE // (valuesP cl R z Lx) (permutation_eq1 gen_n) //.
by case: (x == _); rewrite ?oE ?mulr1n ?mulr0n.
Qed.

Lemma rank_bound_size psi c z kappa u m : rank_bound N S n rs phi psi c z kappa u m ->
  (m <= #|[set g in G | w g != 0%R]|)%N.
Proof.
rewrite /rank_bound; cbv beta zeta; case/and3P=> _ absent /and3P[proj_u uuz le_m].
have /and3P[proj_z _ _] := absent; have Le : identity N \in L by apply: identity_listed.
apply: (rank_size_bound (values_class cl R u) (projection_values proj_u)
  (projection_values proj_z) _ sum_w (absent_sound absent)).
  have /Z.eqb_eq/(congr1 zr) := uuz; rewrite zr0 zr_zsum big_map => uuz0.
  rewrite -[RHS]uuz0 (sum_elements gen_n) !big_seq; apply: eq_bigr => x Lx.
  by rewrite !zrM /at_place !(valuesP cl R _ Lx).
rewrite -(permutation_identity N) -(valuesP cl R u Le) -zr_nat.
exact: zr_le.
Qed.

End Bound.

End Soundness.

Theorem rank_sound (R : realFieldType) N S n rs d D k psi c z kappa u m :
    moves_coordinates d N S && rank_bound N S n rs (phi_values d D rs) psi c z kappa u m ->
  at_least (group_of N S) k (exact (group_of N S) (polynomials R d N D)) m.
Proof.
case/andP=> sign_S rank; have [cl _] := andP rank.
have [EF Fus cf phi_f] := phi_represent R D cl sign_S.
apply: at_least_support => w sum_w ex_w.
exact: (rank_bound_size cl EF Fus cf phi_f sum_w ex_w rank).
Qed.
