(** * What generators reach                                                   *)
(*                                                                            *)
(* Sequences of numbers, each with a list of neighbours: pairs of points or   *)
(* monomials, and where generators move them.                                 *)
(*                                                                            *)
(*         set_of xs == the members of xs as a finite map                     *)
(*  reached next n x == what at most n steps to neighbours reach from x       *)
(*    closed next xs == the neighbours of members of xs are members           *)
(*        moved S x == the images of a sequence of points under the           *)
(*                     permutations of S                                      *)

From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From Reynolds.instances Require Import claims numbers listing actions.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope.

Definition set_of (xs : seq (seq nat)) : trie unit := foldl (fun t x => insert x tt t) empty xs.

Lemma mem_set_of xs y : isSome (lookup y (set_of xs)) = (y \in xs).
Proof.
rewrite /set_of; suff: forall t, isSome (lookup y (foldl (fun t x => insert x tt t) t xs))
    = (y \in xs) || isSome (lookup y t) by move=> ->; rewrite lookup_empty orbF.
elim: xs => //= x xs IHxs t; rewrite IHxs lookup_insert inE.
by case: eqP => _; rewrite ?orbT.
Qed.

Section Reached.

Variable next : seq nat -> seq (seq nat).

Definition spread_next (st : state) xs : state :=
  foldl (fun st x => foldl visit st (next x)) st xs.

Fixpoint walk n (st : state) : state :=
  let: (t, L, new) := st in
  if (n, new) is (m.+1, _ :: _) then walk m (spread_next (t, L, [::]) new) else st.

Definition reached n x : seq (seq nat) := (walk n (insert x tt empty, [:: x], [:: x])).1.2.

Definition closed (xs : seq (seq nat)) : bool :=
  let t := set_of xs in all (fun x => all (fun y => isSome (lookup y t)) (next x)) xs.

Lemma closedP xs : closed xs -> {in xs, forall x, {subset next x <= xs}}.
Proof.
by move/allP=> cl x xs_x y next_y; rewrite -mem_set_of; apply: (allP (cl x xs_x)).
Qed.

Section Invariant.

Variable Q : seq nat -> Prop.
Hypothesis Q_next : forall y, Q y -> {in next y, forall z, Q z}.

Definition sound_walk (st : state) :=
  let: (t, L, new) := st in
  [/\ uniq L, forall y, isSome (lookup y t) = (y \in L),
      {in L, forall y, Q y} & {in new, forall y, Q y}].

Lemma visit_walk st y : sound_walk st -> Q y -> sound_walk (visit st y).
Proof.
case: st => [[t L] new] [uniq_L mem_L L_ok new_ok] y_ok /=.
case ty: (lookup y t) => [a|]; first by split.
have notLy : y \notin L by rewrite -mem_L ty.
split; rewrite /= ?notLy //.
- by move=> z; rewrite lookup_insert inE -mem_L; case: eqP.
- by move=> z; rewrite inE => /predU1P[-> | /L_ok].
by move=> z; rewrite inE => /predU1P[-> | /new_ok].
Qed.

Lemma visits_walk st ys : sound_walk st -> {in ys, forall y, Q y} -> sound_walk (foldl visit st ys).
Proof.
elim: ys st => //= y ys IHys st st_ok Qys; apply: IHys => [|z ys_z].
  by apply: visit_walk => //; apply: Qys; rewrite mem_head.
by apply: Qys; rewrite inE ys_z orbT.
Qed.

Lemma spread_walk st xs : sound_walk st -> {in xs, forall x, Q x} -> sound_walk (spread_next st xs).
Proof.
rewrite /spread_next; elim: xs st => //= x xs IHxs st st_ok Qxs; apply: IHxs => [|z xs_z].
  by apply: visits_walk => //; apply/Q_next/Qxs/mem_head.
by apply: Qxs; rewrite inE xs_z orbT.
Qed.

Lemma walk_sound n st : sound_walk st -> sound_walk (walk n st).
Proof.
elim: n st => [|n IHn] [[t L] new] //= st_ok; case: new st_ok => // x new [uL mL Lk nk].
by apply: IHn; apply: spread_walk.
Qed.

Lemma reachedP n x : Q x -> uniq (reached n x) /\ {in reached n x, forall y, Q y}.
Proof.
move=> Qx; have : sound_walk (walk n (insert x tt empty, [:: x], [:: x])).
  apply: walk_sound; split=> // [y|y|y]; try by rewrite inE => /eqP->.
  by rewrite lookup_insert inE; case: eqP => // _; rewrite lookup_empty.
by rewrite /reached; case: walk => [[t L] new] [].
Qed.

End Invariant.

Lemma mem_reached n x : x \in reached n x.
Proof.
rewrite /reached; set st := (_, _, _); have: x \in st.1.2 by rewrite mem_head.
elim: n st => [|n IHn] [[t L] new] //= Lx; case: new => // y new.
apply: IHn; rewrite /spread_next; set st := (t, L, _); have: x \in st.1.2 by [].
elim: (y :: new) st => //= {}y {}new IHnew st st_x; apply: IHnew.
elim: (next y) st st_x => //= z zs IHz st st_x; apply: IHz.
by case: st st_x => [[t' L'] new'] /= L'x; case: lookup => [_|] //=; rewrite inE L'x orbT.
Qed.

End Reached.

(** ** Points *)

Definition moved (S : seq (seq nat)) (x : seq nat) : seq (seq nat) :=
  [seq compose x s | s <- S].

Section Points.

Variables (N : nat) (S : seq (seq nat)).
Hypothesis perm_S : all (is_perm N) S.
Local Notation G := (group_of N S).

(* Sequences of points of one orbit of the group.                             *)
Definition same_orbit (x y : seq nat) := exists2 g, g \in G & y = map (image g) x.

Lemma reached_points n x : all (fun i => i < N) x ->
  uniq (reached (moved S) n x) /\ {in reached (moved S) n x, forall y, same_orbit x y}.
Proof.
move=> lt_x; apply: reachedP => [y [g Gg ->] _ /mapP[s Ss ->]|].
  have perm_s := allP perm_S s Ss; have Gs := permutation_gen N Ss.
  exists (g * permutation N s)%g; first exact: groupM.
  rewrite /compose -map_comp; apply/eq_in_map => i x_i /=; have lt_i := allP lt_x i x_i.
  have -> : image g i = g (Ordinal lt_i) by rewrite /image insubT.
  by rewrite -permutationE // /image insubT /= permM.
exists 1%g; rewrite ?group1 // -[LHS]map_id; apply/eq_in_map => i x_i.
by rewrite /image insubT ?(allP lt_x) //= => lt_i; rewrite perm1.
Qed.

End Points.
