(** * Claims about polynomials under an action by matrices                    *)
(*                                                                            *)
(* What the theorem of an emitted file says where a group moves coordinates   *)
(* otherwise than by permutations with signs. Definitions only, as claims.v.  *)
(*                                                                            *)
(* The group permutes points, and every point has a vector, a linear form in  *)
(* the coordinates x_0, ..., x_(d - 1). The first d points have the           *)
(* coordinates themselves. An element that moves point i to point j takes the *)
(* i-th vector to the j-th, and so x_i to the j-th for i < d: that is its     *)
(* matrix. Claims.v is the case that the vectors are x_i and - x_i. Points    *)
(* with the vector 0 tell elements apart that act alike. The coordinates      *)
(* belong to any basis of the space: another one is a linear change of        *)
(* coordinates, under which polynomials of degree k are the same.             *)
(*                                                                            *)
(*         number c s == s_0 + s_1 c + s_2 c^2 + ..., for integers s_i        *)
(*  is_root c m a b q == c^n is number c m, n the size of m, and c lies       *)
(*                     between a / q and b / q; so the numbers are those of   *)
(*                     the field of c. Without a c (m = [:: 0]) it is 0       *)
(*      form c d v == the linear form with the coefficients v                 *)
(*   forms_move c d N G V == V are the vectors, and g takes each one to that  *)
(*                     of the point it moves its point to, for all g in G     *)
(*    moved c d V g p == g.p, in which x_i becomes the vector of the point    *)
(*                     g moves i to                                           *)
(* polynomials_under c d N G V D == the polynomials all whose monomials have  *)
(*                     a degree from D, so moved; the square of p is the sum  *)
(*                     of the squares of the coefficients of all its images   *)
(*                     g.p (no claim depends on this choice: 3.1)             *)
(* least_degree_at_most, least_degree_at_least, least_degree G F k v ==       *)
(*                     the least j such that every exact scheme on F j with   *)
(*                     weights of kind k has at least |G| elements is at most *)
(*                     v; at least v; v                                       *)

From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From SsrMultinomials Require Import mpoly.
From Reynolds.instances Require Import claims.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Section Numbers.

Variables (R : realFieldType) (c : R).

Fixpoint number (s : seq Z) : R := if s is z :: t then zr R z + c * number t else 0.

Definition is_root (m : seq Z) (a b q : Z) : Prop :=
  c ^+ size m = number m /\ fraction R a q <= c <= fraction R b q.

End Numbers.

Section Polynomials.

Variables (R : realFieldType) (c : R) (d N : nat) (G : {group 'S_N}) (V : seq (seq (seq Z))).
Implicit Types (g : 'S_N) (p : {mpoly R[d]}) (D : seq nat).

Definition form (v : seq (seq Z)) : {mpoly R[d]} :=
  \sum_(i < d) number c (nth [::] v i) *: 'X_i.

Definition vector (i : nat) : {mpoly R[d]} := form (nth [::] V i).

Definition moved g p := p \mPo [tuple vector (image g i) | i < d].

Definition forms_move : Prop :=
  (forall i : 'I_d, vector i = 'X_i) /\
  {in G, forall g (i : 'I_N), moved g (vector i) = vector (g i)}.

Definition polynomials_under D : functions R [finGroupType of 'S_N] :=
  Functions moved (fun p => \sum_(g in G) sum_squares (moved g p))
    (fun p => {in msupp p, forall m, mdeg m \in D}).

End Polynomials.

Arguments form {R} c d v.
Arguments vector {R} c d V i.
Arguments moved {R} c d {N} V g p.
Arguments forms_move {R} c d N G V.
Arguments polynomials_under {R} c d N G V D.

Section LeastDegree.

Variables (R : realFieldType) (gT : finGroupType) (G : {group gT}).
Variables (F : nat -> functions R gT) (k : weights).

Definition needs_all (j : nat) := at_least G k (exact G (F j)) #|G|.

Definition least_degree_at_most (v : nat) := exists2 j, (j <= v)%N & needs_all j.

Definition least_degree_at_least (v : nat) := forall j, needs_all j -> (v <= j)%N.

Definition least_degree (v : nat) := least_degree_at_most v /\ least_degree_at_least v.

End LeastDegree.

Arguments least_degree_at_most {R gT} G F k v.
Arguments least_degree_at_least {R gT} G F k v.
Arguments least_degree {R gT} G F k v.
