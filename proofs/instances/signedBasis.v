(** * Classes with a basis that the group permutes up to sign                 *)
(*     (MATHEMATICS.md, 2.5, 2.13, 2.15)                                      *)
(*                                                                            *)
(* Members of the basis have names, sequences of numbers. Orbits of names     *)
(* under generators say all about the averages of members, and groups need    *)
(* not be listed. A name with a sign is 0 :: k or 1 :: k.                     *)
(*                                                                            *)
(*  signed_basis S F dot basis e step == e k, for the names k in basis, is an *)
(*                     orthonormal basis of the class F; a permutation s      *)
(*                     takes it to e (step s k).1, with a minus sign if       *)
(*                     (step s k).2                                           *)
(*      stepped step T x == where T takes the name with a sign x              *)
(*  name_orbit step T n k == the names with signs that T reaches from 0 :: k  *)
(*  long_orbit step S n k m == the orbit of k has at least m members,   *)
(*                     and not both e k and - e k                             *)
(*  equal_orbits step S T n basis reps == every name in basis is in the orbit *)
(*                     under T of one in reps, and each of these orbits is an *)
(*                     orbit under S, or has e k and - e k for some k         *)
(*  subgroup_orbits step N S T ops n l basis reps m == T generates a subgroup *)
(*                     of at most m elements, and equal_orbits                *)

From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From Reynolds.instances Require Import claims modules numbers listing exactness reached reflections.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Section Computation.

Variable step : seq nat -> seq nat -> seq nat * bool.

Definition stepped (T : seq (seq nat)) (x : seq nat) : seq (seq nat) :=
  [seq (let kn := step s (behead x) in ((head 0%N x == 1%N) (+) kn.2 : nat) :: kn.1) | s <- T].

Definition name_orbit (T : seq (seq nat)) (n : nat) (k : seq nat) : seq (seq nat) :=
  reached (stepped T) n (0%N :: k).

Definition long_orbit (S : seq (seq nat)) (n : nat) (k : seq nat) (m : nat) : bool :=
  let os := name_orbit S n k in
  [&& closed (stepped S) os, (1%N :: k) \notin os & (m <= size os)%N].

Definition equal_orbits (S T : seq (seq nat)) (n : nat) (basis reps : seq (seq nat)) : bool :=
  let orbits := [seq (r, name_orbit T n r) | r <- reps] in
  let t := set_of (flatten [seq map behead ro.2 | ro <- orbits]) in
  [&& all (fun r => r \in basis) reps,
      all (fun ro => closed (stepped T) ro.2
                     && (((1%N :: ro.1) \in ro.2) || closed (stepped S) ro.2)) orbits
    & all (fun k => isSome (lookup k t)) basis].

Definition subgroup_orbits (N : nat) (S T : seq (seq nat)) (ops : seq (nat * nat)) (n l : nat)
    (basis reps : seq (seq nat)) (m : nat) : bool :=
  let t := set_of (products N S ops) in
  [&& all (is_perm N) S, all (fun s => isSome (lookup s t)) T, generated N T l,
      (size (elements N T l) <= m)%N & equal_orbits S T n basis reps].

End Computation.

Section Basis.

Variables (R : realFieldType) (N : nat) (S : seq (seq nat)).
Local Notation G := (group_of N S).
Variables (F : functions R [finGroupType of 'S_N]) (dot : space F -> space F -> R).
Variables (basis : seq (seq nat)) (e : seq nat -> space F) (step : seq nat -> seq nat -> seq nat * bool).

Record signed_basis : Prop := SignedBasis {
  basis_euclidean : euclidean G dot;
  basis_step : forall s k, is_perm N s -> permutation N s \in G -> k \in basis ->
    (step s k).1 \in basis
    /\ act (permutation N s) (e k) = (-1) ^+ (step s k).2 *: e (step s k).1 :> space F;
  basis_dot : {in basis &, forall k l, dot (e k) (e l) = (k == l)%:R};
  basis_member : {in basis, forall k, member (e k)};
  basis_span : forall f : space F, member f -> exists2 cs : seq (R * seq nat),
    {in cs, forall c, c.2 \in basis} & f = \sum_(c <- cs) c.1 *: e c.2
}.

Hypothesis EB : signed_basis.
Local Notation EF := (basis_euclidean EB).

Definition vector (x : seq nat) : space F := (-1) ^+ (head 0%N x == 1%N) *: e (behead x).

Definition named (x : seq nat) := (head 2 x < 2)%N && (behead x \in basis).

Lemma dotZ2 a b u v : dot (a *: u) (b *: v) = a * b * dot u v.
Proof.
have lin w := dot_linear EF w; have Zr w c x : dot w (c *: x) = c * dot w x.
  by rewrite -[dot w]/(Linear (lin w) : space F -> R^o) linearZ.
by rewrite Zr (dotC EF) Zr (dotC EF) mulrA [b * a]mulrC.
Qed.

Lemma dot_vector x y : named x -> named y ->
  dot (vector x) (vector y) = (-1) ^+ ((head 0%N x == 1%N) (+) (head 0%N y == 1%N)) * (behead x == behead y)%:R.
Proof.
by move=> /andP[_ Bx] /andP[_ By]; rewrite dotZ2 (basis_dot EB) // signr_addb.
Qed.

Lemma named_eq x y : named x -> named y -> (head 0%N x == 1%N) = (head 0%N y == 1%N) ->
  behead x = behead y -> x = y.
Proof.
case: x => [|[|[|a]] k]; case: y => [|[|[|b]] l] //= _ _; by [move=> _ -> | ].
Qed.

Section Orbit.

Variables (T : seq (seq nat)) (n : nat) (k : seq nat).
Hypothesis perm_T : all (is_perm N) T.
Hypothesis sTG : group_of N T \subset G.
Hypothesis Bk : k \in basis.
Local Notation H := (group_of N T).
Local Notation os := (name_orbit step T n k).
Local Notation X := (vector (0%N :: k)).

Lemma stepped_vector x s : named x -> s \in T ->
  let y := (let kn := step s (behead x) in ((head 0%N x == 1%N) (+) kn.2 : nat) :: kn.1) in
  named y /\ act (permutation N s) (vector x) = vector y.
Proof.
move=> /andP[_ Bx] Ts; have perm_s := allP perm_T s Ts.
have Gs : permutation N s \in G by apply: (subsetP sTG); apply: permutation_gen.
have [By act_s] := basis_step EB perm_s Gs Bx; split=> /=.
  by rewrite /named /= By andbT; case: (_ (+) _).
by rewrite /vector (act_scale EF) act_s scalerA -signr_addb /=; case: (_ (+) _).
Qed.

Lemma orbit_spec : uniq os /\
  {in os, forall y, named y /\ exists2 h, h \in H & act h X = vector y}.
Proof.
apply: reachedP => [y [Ny [h Hh eq_y]] _ /mapP[s Ts ->]|].
  have [Nz act_s] := stepped_vector Ny Ts; split=> //.
  have Hs := permutation_gen N Ts; exists (h * permutation N s)%g; first exact: groupM.
  by rewrite (actMv EF) ?(subsetP sTG) // eq_y.
by split; [rewrite /named /= Bk | exists 1%g; rewrite ?group1 // (act1v EF)].
Qed.

Lemma named_root : named (0%N :: k). Proof. by rewrite /named /= Bk. Qed.

Lemma vector_inj : {in named &, injective vector}.
Proof.
move=> x y Nx Ny eq_xy; have := dot_vector Nx Ny; rewrite -eq_xy dot_vector // eqxx addbb.
have [eq_b | ne_b] := eqVneq (behead x) (behead y); last by rewrite mulr0 mulr1 => /eqP; rewrite oner_eq0.
have two : (1 : R) == - 1 = false by rewrite -addr_eq0 -(natrD _ 1 1) pnatr_eq0.
move: (named_eq Nx Ny); rewrite eq_b; case: (head 0%N x == 1%N); case: (head 0%N y == 1%N) => eq_xy' /=;
  rewrite ?expr0 ?expr1 !mulr1 => /eqP; rewrite ?two // => _; exact: eq_xy'.
Qed.

Section Closed.

Variable U : seq (seq nat).
Hypothesis perm_U : all (is_perm N) U.
Hypothesis sUG : group_of N U \subset G.

(* A closed orbit is closed under the group.                                  *)
Lemma closed_group xs : all named xs -> closed (stepped step U) xs ->
  {in group_of N U, forall h, {in xs, forall y, exists2 z, z \in xs & act h (vector y) = vector z}}.
Proof.
move=> /allP named_xs /closedP cl.
pose A := [set h in group_of N U | all (fun y => has (fun z => act h (vector y) == vector z) xs) xs].
have gA : group_set A.
  apply/group_setP; split=> [|g h].
    rewrite inE group1; apply/allP=> y xs_y; apply/hasP; exists y => //.
    by rewrite (act1v EF).
  rewrite !inE => /andP[Ug /allP Ag] /andP[Uh /allP Ah]; rewrite groupM //.
  apply/allP=> y /Ag/hasP[z /Ah/hasP[t xs_t /eqP eq_t] /eqP eq_z].
  by apply/hasP; exists t => //; rewrite (actMv EF) ?(subsetP sUG) // eq_z eq_t.
have sUA : group_of N U \subset Group gA.
  rewrite gen_subG; apply/subsetP=> h; rewrite inE => /mapP[s Us ->].
  rewrite inE permutation_gen //; apply/allP=> y xs_y; apply/hasP.
  have /andP[_ By] := named_xs y xs_y; have perm_s := allP perm_U s Us.
  have Gs : permutation N s \in G by apply: (subsetP sUG); apply: permutation_gen.
  have next_y := map_f (fun s => (let kn := step s (behead y) in
    ((head 0%N y == 1%N) (+) kn.2 : nat) :: kn.1)) Us.
  eexists; first exact: cl y xs_y _ next_y.
  have [_ act_s] := basis_step EB perm_s Gs By.
  by rewrite /vector (act_scale EF) act_s scalerA -signr_addb /=; case: (_ (+) _).
move=> h Uh y xs_y; have := subsetP sUA h Uh; rewrite inE => /andP[_ /allP/(_ y xs_y)/hasP[z xs_z /eqP]].
by exists z.
Qed.

End Closed.

Hypothesis closed_T : closed (stepped step T) os.

Lemma orbit_named : all named os.
Proof. by apply/allP=> y os_y; have [_ /(_ y os_y)[]] := orbit_spec. Qed.

Lemma orbit_closed : {in H, forall h, {in os, forall y, exists2 z, z \in os & act h (vector y) = vector z}}.
Proof. by have := closed_group perm_T sTG orbit_named closed_T. Qed.

Lemma root_orbit : 0%N :: k \in os. Proof. exact: mem_reached. Qed.

(* If not both e k and - e k are in the orbit, no other pair is.              *)
Lemma orbit_behead : (1%N :: k) \notin os -> {in os &, forall y z, behead y = behead z -> y = z}.
Proof.
move=> no_neg y z os_y os_z eq_b; have [_ spec] := orbit_spec.
have [[Ny [g Hg eq_y]] [Nz [h Hh eq_z]]] := (spec y os_y, spec z os_z).
apply: contraNeq no_neg => ne_yz.
have opp : vector y = - vector z.
  have ne_s : (head 0%N y == 1%N) != (head 0%N z == 1%N).
    by apply: contraNneq ne_yz => eq_s; apply/eqP/named_eq.
  rewrite /vector eq_b -scaleN1r scalerA; congr (_ *: _).
  by move: ne_s; case: (head 0%N y == 1%N); case: (head 0%N z == 1%N) => //= _;
    rewrite ?expr0 ?expr1 ?mulN1r ?opprK.
have [t os_t] := orbit_closed (groupM Hg (groupVr Hh)) root_orbit.
have [Hg' Hh'] : g \in G /\ h \in G by rewrite !(subsetP sTG).
rewrite (actMv EF) ?groupV // eq_y opp -scaleN1r (act_scale EF) -eq_z -(actMv EF) ?groupV //.
rewrite mulgV (act1v EF) scaleN1r => eq_t.
suff -> : 1%N :: k = t by [].
have N1 : named (1%N :: k) by rewrite /named /= Bk.
apply: (vector_inj N1 (allP orbit_named t os_t)).
by rewrite -eq_t /vector /= expr0 expr1 scaleN1r scale1r.
Qed.

Lemma sum_orbit_fixed U : all (is_perm N) U -> group_of N U \subset G -> closed (stepped step U) os ->
  {in group_of N U, forall h, act h (\sum_(y <- os) vector y) = \sum_(y <- os) vector y :> space F}.
Proof.
move=> perm_U sUG cl_U h Uh; have move_y := closed_group perm_U sUG orbit_named cl_U Uh.
pose f y := if [seq z <- os | act h (vector y) == vector z] is z :: _ then z else y.
have f_ok y : y \in os -> f y \in os /\ act h (vector y) = vector (f y).
  move=> os_y; have [z os_z /eqP eq_z] := move_y y os_y; rewrite /f.
  have: z \in [seq z <- os | act h (vector y) == vector z] by rewrite mem_filter eq_z.
  case E: (filter _ _) => [//|t ts] _; have: t \in t :: ts by rewrite mem_head.
  by rewrite -E mem_filter => /andP[/eqP-> ->].
have [uniq_os _] := orbit_spec; have Gh := subsetP sUG h Uh.
have uniq_f : uniq (map f os).
  rewrite map_inj_in_uniq // => y z os_y os_z eq_f; apply: vector_inj; try exact: (allP orbit_named).
  have [[_ eq_y] [_ eq_z]] := (f_ok y os_y, f_ok z os_z).
  have actK v : act h^-1%g (act h v) = v :> space F by rewrite -(actMv EF) ?groupV // mulgV (act1v EF).
  by rewrite -[LHS]actK -[RHS]actK eq_y eq_z eq_f.
have perm_f : perm_eq (map f os) os.
  apply: uniq_perm => //; apply: (uniq_min_size uniq_f _ _).2; last by rewrite size_map.
  by move=> _ /mapP[y os_y ->]; have [] := f_ok y os_y.
rewrite -[RHS](perm_big _ perm_f) big_map (eq_bigr (fun y => 1 *: vector y)); last by move=> *; rewrite scale1r.
rewrite (act_sum EF) big_seq [RHS]big_seq; apply: eq_bigr => y os_y; rewrite scale1r.
by have [] := f_ok y os_y.
Qed.

End Orbit.

(** ** Lower bounds *)

Theorem long_orbit_bound k n kd m : all (is_perm N) S -> k \in basis -> long_orbit step S n k m ->
  at_least G kd (exact G F) m.
Proof.
move=> perm_S Bk /and3P[cl no_neg le_m]; apply: at_least_support => w sum_w ex_w.
apply: leq_trans le_m _; have sGG := subxx G.
have [uniq_os spec] := orbit_spec n perm_S sGG Bk.
set os := name_orbit _ _ _ _ in uniq_os spec cl no_neg *; pose X := vector (0%N :: k).
have FX : member X by rewrite /X /vector /= expr0 scale1r; apply: (basis_member EB).
have EX : average G w X = fixed_average G X.
  rewrite -[LHS](fixed_invariant (G := G)) ?(fixed_scheme EF) ?sum_w ?scale1r //.
  by move=> g; apply: ex_w.
have orb g : g \in G -> exists2 z, z \in os & act g X = vector z.
  by move=> Gg; apply: (orbit_closed perm_S sGG Bk cl Gg); apply: root_orbit.
have one : 0 < dot (fixed_average G X) X.
  have inv_gt0 : 0 < #|G|%:R^-1 :> R by rewrite invr_gt0 orderR_gt0.
  rewrite fixed_averageE /average (dot_suml EF) (bigD1 1%g) //=; apply: ltr_paddr; last first.
    by rewrite (act1v EF) /X dot_vector ?named_root // addbb eqxx expr0 mulr1 mulr1.
  apply: sumr_ge0 => g /andP[Gg _]; apply: mulr_ge0; first exact: ltW.
  have [z os_z ->] := orb g Gg; have [Nz _] := spec z os_z; rewrite dot_vector ?named_root //.
  have [eq_b | _] := eqVneq (behead z) (behead (0%N :: k)); last by rewrite mulr0.
  have -> : z = 0%N :: k by apply: (orbit_behead perm_S sGG Bk cl no_neg) => //; apply: root_orbit.
  by rewrite addbb expr0 mulr1 ler01.
pose supp := [set g in G | w g != 0].
have sub : {subset map vector os <= [seq act g X | g in supp]}.
  move=> _ /mapP[y os_y ->]; have [Ny [h Gh eq_y]] := spec y os_y.
  have nz : dot (average G w X) (vector y) != 0.
    rewrite EX -eq_y -(act_fixed EF X Gh) (dot_act EF) //; exact: lt0r_neq0.
  apply: contraR nz => no_g; rewrite /average (dot_suml EF) big1 // => g Gg.
  have [-> | nzw] := eqVneq (w g) 0; first by rewrite mul0r.
  have [z os_z eq_z] := orb g Gg; have [Nz _] := spec z os_z; rewrite eq_z dot_vector //.
  have [eq_b | _] := eqVneq (behead z) (behead y); last by rewrite !mulr0.
  case/imageP: no_g; exists g; rewrite ?inE ?Gg ?nzw // eq_z; congr vector.
  by apply/esym; apply: (orbit_behead perm_S sGG Bk cl no_neg).
have uniq_v : uniq (map vector os).
  rewrite map_inj_in_uniq // => y z os_y os_z; apply: vector_inj.
    by have [] := spec y os_y.
  by have [] := spec z os_z.
by have := uniq_leq_size uniq_v sub; rewrite !size_map -cardE.
Qed.

(** ** Subgroups *)

Section Subgroup.

Variables (T : seq (seq nat)) (n : nat) (reps : seq (seq nat)).
Hypothesis perm_S : all (is_perm N) S.
Hypothesis perm_T : all (is_perm N) T.
Hypothesis sTG : group_of N T \subset G.
Hypothesis equal : equal_orbits step S T n basis reps.
Local Notation H := (group_of N T).
Local Notation P := (@fixed_average R _ H F).

Lemma euclidean_sub : euclidean H dot.
Proof.
have in_G g : g \in H -> g \in G := subsetP sTG g.
split; try by [move: EF; case].
- by move=> g h /in_G Gg /in_G Gh v; rewrite (actMv EF).
- by move=> g /in_G Gg u v; rewrite (dot_act EF).
by move=> g /in_G Gg v Fv; apply: (member_act EF).
Qed.
Local Notation EH := euclidean_sub.

Lemma fixed_scale a v : P (a *: v) = a *: P v.
Proof.
rewrite !fixed_averageE /average scaler_sumr; apply: eq_bigr => g _.
by rewrite (act_scale EF) !scalerA mulrC.
Qed.

Lemma fixed_sum (I : Type) (r : seq I) (c : I -> R) (v : I -> space F) :
  P (\sum_(i <- r) c i *: v i) = \sum_(i <- r) c i *: P (v i).
Proof.
rewrite fixed_averageE /average; under eq_bigr do rewrite (act_sum EF) scaler_sumr.
rewrite exchange_big; apply: eq_bigr => i _; rewrite fixed_averageE /average scaler_sumr.
by apply: eq_bigr => h _; rewrite !scalerA mulrC.
Qed.

Lemma scale_size (s : seq (seq nat)) (v : space F) : (size s)%:R *: v = \sum_(z <- s) v.
Proof.
elim: s => [|z s IHs]; first by rewrite big_nil scale0r.
by rewrite big_cons -IHs /= -add1n natrD scalerDl scale1r.
Qed.

Lemma equal_orbit_fixed r y : r \in reps -> y \in name_orbit step T n r ->
  {in G, forall g, act g (P (vector y)) = P (vector y)}.
Proof.
case/and3P: equal => /allP reps_basis /allP orbits _ reps_r os_y g Gg.
have Br := reps_basis r reps_r; have [_ spec] := orbit_spec n perm_T sTG Br.
have [Ny [h Hh <-]] := spec y os_y; rewrite (fixed_act EH) //; set X := vector _.
have /andP[cl_T] := orbits _ (map_f (fun r => (r, name_orbit step T n r)) reps_r).
case/orP=> [/= os_neg | cl_S].
  have [_ [h' Hh' eq_neg]] := spec _ os_neg.
  have neg : P X = - P X.
    rewrite -{1}(fixed_act EH X Hh') eq_neg -[in RHS]scaleN1r -fixed_scale.
    by rewrite /X /vector /= expr0 expr1 scale1r.
  have -> : P X = 0.
    have /eqP : 2%:R *: P X = 0 by rewrite scaler_nat mulr2n {1}neg addNr.
    by rewrite scaler_eq0 pnatr_eq0 => /eqP.
  by rewrite -(scale0r (0 : space F)) (act_scale EF) !scale0r.
set os := name_orbit step T n r in cl_T cl_S spec os_y.
have fix_S := sum_orbit_fixed perm_T sTG Br perm_S (subxx G) cl_S.
have fix_T := sum_orbit_fixed perm_T sTG Br perm_T sTG cl_T.
have size_gt0 : (0 < size os)%N by rewrite -has_predT; apply/hasP; exists y.
have eq_P : (size os)%:R *: P X = \sum_(z <- os) vector z.
  rewrite -[RHS](fixed_invariant (G := H)); last exact: fix_T.
  transitivity (\sum_(z <- os) P X); first exact: scale_size.
  have -> : \sum_(z <- os) vector z = \sum_(z <- os) 1 *: vector z by apply: eq_bigr => z _; rewrite scale1r.
  rewrite fixed_sum !big_seq; apply: eq_bigr => z /spec[_ [x Hx <-]].
  by rewrite scale1r (fixed_act EH).
have nz : (size os)%:R != 0 :> R by rewrite pnatr_eq0 -lt0n.
by rewrite -[P X](scalerK nz) (act_scale EF) eq_P fix_S.
Qed.

Lemma equal_orbits_fixed f : member f -> {in G, forall g, act g (P f) = P f :> space F}.
Proof.
move=> /(basis_span EB)[cs cs_B ->] g Gg; case/and3P: equal => _ _ /allP cover.
rewrite fixed_sum (act_sum EF) !big_seq; apply: eq_bigr => c /cs_B/cover; rewrite mem_set_of.
case/flatten_mapP=> ro /mapP[r reps_r ->] /mapP[y /= os_y ->]; congr (_ *: _).
have -> : e (behead y) = (-1) ^+ (head 0%N y == 1%N) *: vector y.
  by rewrite /vector scalerA -signr_addb addbb expr0 scale1r.
by rewrite fixed_scale (act_scale EF) (equal_orbit_fixed reps_r os_y).
Qed.

Theorem equal_orbits_bound kd : at_most G kd (exact G F) #|H|.
Proof.
apply: at_most_uniform; pose s := enum H; pose w g : R := (count_mem g s)%:R / (size s)%:R.
exists w, (size s); split; last by rewrite /s -cardE.
  exists s; split=> // [g|]; last by rewrite -cardE cardG_gt0.
  by rewrite mem_enum; apply: (subsetP sTG).
move=> f Ff h Gh; suff -> : average G w f = P f by apply: equal_orbits_fixed.
rewrite fixed_averageE /average (bigID (mem H)) /= [X in _ + X]big1 ?addr0 => [|g /andP[_ noHg]].
  apply: eq_big => [g|g /andP[_ Hg]].
    by case Hg: (g \in H); rewrite ?andbF ?andbT // (subsetP sTG).
  by rewrite /w count_uniq_mem ?enum_uniq // mem_enum Hg mul1r -cardE.
by rewrite /w count_uniq_mem ?enum_uniq // mem_enum (negPf noHg) mul0r scale0r.
Qed.

End Subgroup.

Theorem subgroup_orbits_bound kd T ops n l reps m :
    subgroup_orbits step N S T ops n l basis reps m ->
  at_most G kd (exact G F) m.
Proof.
case/and5P=> perm_S /allP in_S gen_T; rewrite -(card_elements gen_T) => le_m equal.
have sTG : group_of N T \subset G.
  rewrite gen_subG; apply/subsetP=> h; rewrite inE => /mapP[s /in_S + ->].
  by rewrite mem_set_of => /(products_in perm_S)[].
exact: at_most_leq le_m (equal_orbits_bound perm_S (generated_gens gen_T) sTG equal kd).
Qed.

End Basis.
