(** * Classes pointwise:K and maps:F→linear (MATHEMATICS.md, 1, 2.17; 5.2)    *)
(*                                                                            *)
(* This file has definitions only, like claims.v: they are what a reader has  *)
(* to believe of claims about these classes.                                  *)
(*                                                                            *)
(*    pointwise R d K == the linear combinations of products of at most K     *)
(*                     functions on the points 0, ..., d - 1, with            *)
(*                     (g.f)(x) = f (g^-1 x); the square is the sum of the    *)
(*                     squares of the values                                  *)
(*     maps R d N D == the maps f = (f_0, ..., f_(d-1)) of R^d whose          *)
(*                     components are polynomials as in polynomials R d N D,  *)
(*                     with (g.f)(x) = g (f (g^-1 x)): component j of g.f is  *)
(*                     g.(f_i), where g moves i to j, and - g.(f_i), where g  *)
(*                     moves i to d + j; the square is the sum of those of    *)
(*                     the components                                         *)

From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From SsrMultinomials Require Import mpoly.
From Reynolds.instances Require Import claims.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Definition pointwise (R : realFieldType) (d K : nat) : functions R [finGroupType of 'S_d] :=
  @Functions R [finGroupType of 'S_d] [lmodType R of {ffun 'I_d -> R^o}]
    (fun g f => [ffun x => f (g^-1%g x)])
    (fun f => \sum_x (f x : R) ^+ 2)
    (fun f => exists2 s : seq (R * seq {ffun 'I_d -> R}), {in s, forall p, (size p.2 <= K)%N}
       & forall x, f x = \sum_(p <- s) p.1 * \prod_(h <- p.2) h x).

Definition maps (R : realFieldType) (d N : nat) (D : seq nat) : functions R [finGroupType of 'S_N] :=
  @Functions R [finGroupType of 'S_N] [lmodType R of {ffun 'I_d -> {mpoly R[d]}}]
    (fun g f => [ffun j : 'I_d => \sum_(i < d)
       ((image g i == j)%:R - (image g i == d + j)%N%:R) *: move g (f i)])
    (fun f => \sum_j sum_squares (f j))
    (fun f => forall j, {in msupp (f j), forall m, mdeg m \in D}).
