(** * Polynomials of a walk on the group (MATHEMATICS.md, 3.5, tree)          *)
(*                                                                            *)
(* n elements x_i of G, with multiplicity, act on functions on G:             *)
(*                                                                            *)
(*           step t f == the sum of the translates of f by the t_i            *)
(*                X f == n^2 times w~ * w f for the average w of the x_i:     *)
(*                    step by the x_i, then by their inverses                 *)
(*            app p f == p(X) f for a polynomial p                            *)
(*            zpoly l == the polynomial with the integer coefficients l,      *)
(*                    lowest degree first; addz, scalez, shiftz, mulz,        *)
(*                    hornerz compute with them                               *)
(*   walk_first z, walk_next z == p_1 and p_(i+1) from p_i, for z elements,   *)
(*                    each after what is subtracted next: (z-1)^2 p_(i-1)     *)
(*                                                                            *)
(* walk_ge0: p_i(X) counts walks of length 2i that do not turn back, so it is *)
(* nonnegative at 1.                                                          *)

From Coq Require Import ZArith Ring.
From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From SsrMultinomials Require Import mpoly.
From Reynolds.instances Require Import claims modules numbers listing actions.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

(* Identities of commutative rings are proved by the tactic ring for any T.   *)
Lemma ring_of (R : realFieldType) :
  @ring_theory R 0 1 +%R *%R (fun x y => x - y) (@GRing.opp _) eq.
Proof.
by split=> //=; [exact: add0r | exact: addrC | exact: addrA | exact: mul1r | exact: mulrC
  | exact: mulrA | exact: mulrDl | exact: subrr].
Qed.

(** ** Polynomials with integer coefficients *)

Fixpoint addz (l m : seq Z) : seq Z :=
  match l, m with
  | a :: l', b :: m' => (a + b)%BZ :: addz l' m'
  | [::], _ => m
  | _, [::] => l
  end.

Definition scalez (c : Z) (l : seq Z) : seq Z := [seq (c * a)%BZ | a <- l].

Definition shiftz (l : seq Z) : seq Z := 0%BZ :: l.

Definition mulz (l m : seq Z) : seq Z :=
  foldr (fun a s => addz (scalez a m) (shiftz s)) [::] l.

Definition hornerz (l : seq Z) (z : Z) : Z := foldr (fun a s => a + z * s)%BZ 0%BZ l.

Section IntegerPolynomials.

Variable R : realFieldType.
Local Notation zr := (zr R).

Definition zpoly (l : seq Z) : {poly R} := Poly (map zr l).

Lemma poly_cons a l : zpoly (a :: l) = (zr a)%:P + 'X * zpoly l.
Proof. by rewrite /zpoly /= cons_poly_def addrC commr_polyX. Qed.

Lemma poly_nil : zpoly [::] = 0. Proof. by []. Qed.

Lemma poly_add l m : zpoly (addz l m) = zpoly l + zpoly m.
Proof.
elim: l m => [|a l IHl] m; first by rewrite poly_nil add0r.
case: m => [|b m]; first by rewrite poly_nil addr0.
by rewrite [addz _ _]/= !poly_cons IHl zrD polyCD mulrDr addrACA.
Qed.

Lemma poly_scale c l : zpoly (scalez c l) = zr c *: zpoly l.
Proof.
elim: l => [|a l IHl]; first by rewrite poly_nil scaler0.
by rewrite [scalez _ _]/= !poly_cons IHl zrM polyCM scalerDr -!mul_polyC mulrCA.
Qed.

Lemma poly_shift l : zpoly (shiftz l) = 'X * zpoly l.
Proof. by rewrite poly_cons add0r. Qed.

Lemma poly_mul l m : zpoly (mulz l m) = zpoly l * zpoly m.
Proof.
elim: l => [|a l IHl]; first by rewrite poly_nil mul0r.
by rewrite [mulz _ _]/= poly_add poly_scale poly_shift poly_cons IHl mulrDl mul_polyC mulrA.
Qed.

Lemma poly_horner l z : zr (hornerz l z) = (zpoly l).[zr z].
Proof.
elim: l => [|a l IHl]; first by rewrite poly_nil horner0.
by rewrite /= zrD zrM IHl poly_cons hornerD hornerC hornerM hornerX.
Qed.

Lemma poly_eq0 l : all (Z.eqb 0) l -> zpoly l = 0.
Proof.
elim: l => [|a l IHl]; first by rewrite poly_nil.
move=> /andP[/Z.eqb_eq <- /IHl l0]; by rewrite poly_cons l0 mulr0 addr0.
Qed.

End IntegerPolynomials.

(** ** Steps *)

Section Steps.

Variables (R : realFieldType) (gT : finGroupType) (G : {group gT}) (n : nat).
Local Notation V := {ffun gT -> R^o}.
Implicit Types (t x : 'I_n -> gT) (f g : V) (p : {poly R}).

Definition supported f := forall y, y \notin G -> f y = 0.
Definition inside t := forall i, t i \in G.

Definition step t f : V := [ffun y => \sum_i f (y * (t i)^-1)%g].

Fact step_is_linear t : linear (step t).
Proof.
move=> a f g; apply/ffunP=> y; rewrite !ffunE scaler_sumr -big_split.
by apply: eq_bigr => i _; rewrite !ffunE.
Qed.
Canonical step_linear t := Linear (step_is_linear t).

Lemma step_supported t f : inside t -> supported f -> supported (step t f).
Proof.
by move=> Gt f0 y Gy; rewrite ffunE big1 // => i _; rewrite f0 // groupMr // groupV.
Qed.

Lemma sum_step t f : \sum_y step t f y = n%:R * \sum_y f y.
Proof.
under eq_bigr do rewrite ffunE; rewrite exchange_big /=.
rewrite (eq_bigr (fun=> \sum_y f y)); first by rewrite sumr_const card_ord mulr_natl.
by move=> i _; rewrite [RHS](reindex_inj (mulIg (t i)^-1%g)).
Qed.

Lemma step_adjoint t f g : fdot (step t f) g = fdot f (step (fun i => (t i)^-1%g) g).
Proof.
rewrite /fdot; under eq_bigr do rewrite ffunE mulr_suml.
under [RHS]eq_bigr do rewrite ffunE mulr_sumr.
rewrite exchange_big [RHS]exchange_big /=; apply: eq_bigr => i _.
rewrite (reindex_inj (mulIg (t i))); apply: eq_bigr => y _.
by rewrite mulgK invgK.
Qed.

Variable x : 'I_n -> gT.
Hypothesis Gx : inside x.
Let x' i := (x i)^-1%g.
Let Gx' : inside x'. Proof. by move=> i; rewrite groupV. Qed.

Definition X f : V := step x' (step x f).

Fact X_is_linear : linear X.
Proof. by move=> a f g; rewrite /X !linearP. Qed.
Canonical X_linear := Linear X_is_linear.

Lemma X_supported f : supported f -> supported (X f).
Proof. by move=> f0; do 2!apply: step_supported => //. Qed.

Lemma dot_X f g : fdot f (X g) = fdot (step x f) (step x g).
Proof. by rewrite step_adjoint. Qed.

Lemma fdotC f g : fdot f g = fdot g f.
Proof. by apply: eq_bigr => y _; rewrite mulrC. Qed.

Lemma fdotDr f g h : fdot f (g + h) = fdot f g + fdot f h.
Proof. by rewrite /fdot -big_split; apply: eq_bigr => y _; rewrite ffunE mulrDr. Qed.

Lemma fdotZr f a g : fdot f (a *: g) = a * fdot f g.
Proof. by rewrite /fdot mulr_sumr; apply: eq_bigr => y _; rewrite ffunE mulrCA. Qed.

Lemma fdot_ge0 f : 0 <= fdot f f.
Proof. by apply: sumr_ge0 => y _; rewrite -expr2 sqr_ge0. Qed.

(** ** Polynomials in X *)

Definition app p f : V := \sum_(j < size p) p`_j *: iter j X f.

Lemma appE p f m : (size p <= m)%N -> app p f = \sum_(j < m) p`_j *: iter j X f.
Proof.
move=> le_m; rewrite /app (big_ord_widen_cond _ xpredT (fun j => p`_j *: iter j X f) le_m).
rewrite [RHS](bigID (fun j : 'I_m => (j < size p)%N)) /= [X in _ + X]big1 ?addr0 //.
by move=> j; rewrite -leqNgt => /(nth_default 0)->; rewrite scale0r.
Qed.

Lemma appD p p' f : app (p + p') f = app p f + app p' f.
Proof.
pose m := maxn (size p) (size p').
rewrite (@appE (p + p') f m) ?size_add // (@appE p f m) ?leq_maxl // (@appE p' f m) ?leq_maxr //.
by rewrite -big_split; apply: eq_bigr => j _; rewrite coefD scalerDl.
Qed.

Lemma appZ c p f : app (c *: p) f = c *: app p f.
Proof.
rewrite (@appE _ _ (size p)) ?size_scale_leq // scaler_sumr.
by apply: eq_bigr => j _; rewrite coefZ scalerA.
Qed.

Lemma appX p f : app ('X * p) f = X (app p f).
Proof.
rewrite (@appE _ f (size p).+1); last first.
  by rewrite (leq_trans (size_mul_leq _ _)) // size_polyX.
rewrite big_ord_recl coefXM eqxx scale0r add0r linear_sum.
by apply: eq_bigr => j _; rewrite coefXM linearZ.
Qed.

Lemma appC c f : app c%:P f = c *: f.
Proof. by rewrite (@appE _ _ 1) ?size_polyC_leq1 // big_ord1 coefC. Qed.

Lemma app1 f : app 1 f = f. Proof. by rewrite appC scale1r. Qed.
Lemma app0 f : app 0 f = 0. Proof. by rewrite appC scale0r. Qed.

Lemma appM p p' f : app (p * p') f = app p (app p' f).
Proof.
elim/poly_ind: p => [|p c IHp]; first by rewrite mul0r !app0.
rewrite mulrDl (commr_polyX p) -mulrA appD appX IHp mul_polyC appZ.
by rewrite [RHS]appD appX appC.
Qed.

Lemma app_is_linear p : linear (app p).
Proof.
elim/poly_ind: p => [|p c IHp] a f g; first by rewrite !app0 scaler0 addr0.
by rewrite commr_polyX !appD !appX !appC IHp linearP !scalerDr !scalerA [a * c]mulrC addrACA.
Qed.
Canonical app_linear p := Linear (app_is_linear p).

Lemma app_X p f : app p (X f) = X (app p f).
Proof.
have -> : X f = app 'X f by rewrite -['X]mulr1 appX app1.
by rewrite -appM commr_polyX appX.
Qed.

Lemma app_adjoint p f g : fdot (app p f) g = fdot f (app p g).
Proof.
elim/poly_ind: p f g => [|p c IHp] f g.
  by rewrite !app0 /fdot !big1 // => y _; rewrite ffunE ?mul0r ?mulr0.
have eq_X h k : fdot (X h) k = fdot h (X k) by rewrite fdotC dot_X fdotC -dot_X.
rewrite commr_polyX !appD !appX !appC fdotC !fdotDr !fdotZr; congr (_ + _ * _); last exact: fdotC.
by rewrite -eq_X fdotC IHp app_X.
Qed.

Lemma app_supported p f : supported f -> supported (app p f).
Proof.
move=> f0; elim/poly_ind: p => [|p c IHp] y Gy; first by rewrite app0 ffunE.
rewrite commr_polyX appD appX appC ffunE [(c *: f) y]ffunE f0 // scaler0 addr0.
exact: (X_supported IHp).
Qed.

Lemma sum_app p f : \sum_y app p f y = p.[n%:R * n%:R] * \sum_y f y.
Proof.
elim/poly_ind: p => [|p c IHp].
  by rewrite app0 horner0 mul0r big1 // => y _; rewrite ffunE.
rewrite hornerD hornerM hornerX hornerC commr_polyX appD appX appC.
transitivity (\sum_y (X (app p f) y + c * f y)).
  by apply: eq_bigr => y _; rewrite ffunE [(c *: f) y]ffunE.
rewrite big_split -mulr_sumr /X /= !sum_step IHp mulrDl; congr (_ + _).
by rewrite [RHS]mulrAC [RHS]mulrC -[RHS]mulrA.
Qed.

(* Functions that are constant on G.                                          *)
Definition one : V := [ffun y => (y \in G)%:R].

Lemma app_one p : app p one = p.[n%:R * n%:R] *: one.
Proof.
have step_one t : inside t -> step t one = n%:R *: one.
  move=> Gt; apply/ffunP=> y; rewrite !ffunE (eq_bigr (fun=> (y \in G)%:R)).
    by rewrite sumr_const card_ord -[_ *+ _]mulr_natl.
  by move=> i _; rewrite ffunE groupMr // groupV.
elim/poly_ind: p => [|p c IHp]; first by rewrite app0 horner0 scale0r.
rewrite hornerD hornerM hornerX hornerC commr_polyX appD appX appC IHp.
have X_one : X one = (n%:R * n%:R) *: one by rewrite /X step_one // linearZ /= step_one // scalerA.
by rewrite linearZ /= X_one scalerA scalerDl.
Qed.

(* The value of p(X) at 1, with the part of mean 0 of the function that is 1  *)
(* at 1 alone.                                                                *)
Definition centre : V := point R gT - #|G|%:R^-1 *: one.

Lemma centre_supported : supported centre.
Proof.
move=> y Gy; rewrite !ffunE (negPf Gy) scaler0 subr0.
by case: eqP => // eq_y; rewrite eq_y group1 in Gy.
Qed.

Lemma sum_combine f c g : \sum_y (f - c *: g) y = \sum_y f y - c * \sum_y g y.
Proof.
rewrite mulr_sumr -sumrB; apply: eq_bigr => y _.
by rewrite ffunE [(- _ : V) y]ffunE [(c *: g) y]ffunE.
Qed.

Lemma fdot_one f : supported f -> fdot f one = \sum_y f y.
Proof.
move=> f0; apply: eq_bigr => y _; rewrite ffunE; have [_ | /f0->] := boolP (y \in G).
  by rewrite mulr1.
by rewrite mul0r.
Qed.

Lemma point_supported : supported (point R gT).
Proof. by move=> y Gy; rewrite ffunE; case: eqP => // eq_y; rewrite eq_y group1 in Gy. Qed.

Lemma sum_point : \sum_y point R gT y = 1.
Proof.
rewrite (bigD1 1%g) //= ffunE eqxx big1 ?addr0 // => y /negPf ne_y.
by rewrite ffunE ne_y.
Qed.

Lemma sum_centre : \sum_y centre y = 0.
Proof.
have sum_one : \sum_y one y = #|G|%:R.
  rewrite -sum1_card natr_sum [RHS]big_mkcond; apply: eq_bigr => y _.
  by rewrite ffunE; case: ifP.
by rewrite sum_combine sum_point sum_one mulVf ?subrr // orderR_neq0.
Qed.

Theorem point_app p :
  fdot (point R gT) (app p (point R gT))
  = fdot centre (app p centre) + #|G|%:R^-1 * p.[n%:R * n%:R].
Proof.
set h := p.[_]; set c := #|G|%:R^-1.
have def_point : point R gT = centre + c *: one by rewrite subrK.
have -> : app p (point R gT) = app p centre + (c * h) *: one.
  by rewrite {1}def_point linearD linearZ /= app_one scalerA.
rewrite fdotDr fdotZr (fdot_one point_supported) sum_point mulr1; congr (_ + _).
rewrite fdotC {1}def_point fdotDr fdotZr [fdot _ centre]fdotC app_adjoint app_one fdotZr.
by rewrite (fdot_one centre_supported) sum_centre !mulr0 addr0.
Qed.

(** ** Walks that do not turn back *)

Definition shift (g : gT) f : V := [ffun y => f (y * g^-1)%g].

Let t k i := if odd k then x' i else x i.

(* By the last of k + 1 steps: where they have led to.                        *)
Fixpoint branch k : 'I_n -> V :=
  if k is l.+1 then fun j => shift (t k j) (\sum_(i | i != j) branch l i)
  else fun j => shift (t 0 j) (point R gT).

Definition before k j : V := if k is l.+1 then \sum_(i | i != j) branch l i else point R gT.

Definition arrived k : V := \sum_i branch k i.

Lemma branchE k j : branch k j = shift (t k j) (before k j).
Proof. by case: k. Qed.

Lemma branch_ge0 k j y : 0 <= (branch k j y : R).
Proof.
elim: k j y => [|k IHk] j y; rewrite branchE !ffunE ?ler0n //.
by rewrite sum_ffunE sumr_ge0.
Qed.

Lemma beforeE k j : before k.+1 j = arrived k - branch k j.
Proof. by rewrite /arrived (bigD1 j) //= addrC addKr. Qed.

Lemma branchS k j : branch k.+1 j = shift (t k.+1 j) (arrived k) - before k j.
Proof.
rewrite branchE beforeE; apply/ffunP=> y; rewrite !ffunE; congr (_ - _).
by rewrite branchE ffunE /t /= /x'; case: odd; rewrite ?invgK ?mulgKV ?mulgK.
Qed.

Lemma arrivedS k : arrived k.+1 = step (t k.+1) (arrived k) - \sum_j before k j.
Proof.
rewrite /arrived; under eq_bigr do rewrite branchS; rewrite sumrB; congr (_ - _).
by apply/ffunP=> y; rewrite sum_ffunE ffunE; apply: eq_bigr => j _; rewrite ffunE.
Qed.

Lemma arrived1 : arrived 1 = X (point R gT) - n%:R *: point R gT.
Proof.
rewrite arrivedS sumr_const card_ord scaler_nat; congr (_ - _); rewrite /X; congr step.
by apply/ffunP=> y; rewrite sum_ffunE ffunE; apply: eq_bigr => j _; rewrite ffunE.
Qed.

Lemma arrivedSS k : arrived k.+2 = step (t k) (arrived k.+1) - (n%:R - 1) *: arrived k.
Proof.
rewrite arrivedS (eq_bigr _ (fun j _ => beforeE k j)) /t /= negbK; congr (_ - _).
by rewrite sumrB sumr_const card_ord -/(arrived k) scalerBl scale1r scaler_nat.
Qed.

Let q : R := n%:R - 1.

(* What p_(k+1)(X) and what is subtracted next make of the function at 1.     *)
Definition walk k : V := arrived k.*2.+1.
Definition turning k : V := q *: (step x' (arrived k.*2) - walk k).

Lemma turning0 : turning 0 = (q * n%:R) *: point R gT.
Proof.
rewrite /turning /walk /= arrivedS sumr_const card_ord opprB addrCA subrr addr0.
by rewrite -scaler_nat scalerA.
Qed.

Lemma arrived_even k : arrived k.*2.+2 = step x (arrived k.*2.+1) - q *: arrived k.*2.
Proof. by rewrite arrivedSS /t odd_double. Qed.

Lemma arrived_odd k : arrived k.*2.+3 = step x' (arrived k.*2.+2) - q *: arrived k.*2.+1.
Proof. by rewrite arrivedSS /t /= odd_double. Qed.

Lemma turningS k : turning k.+1 = (q * q) *: walk k.
Proof. by rewrite /turning /walk doubleS arrived_odd opprB addrCA subrr addr0 scalerA. Qed.

Lemma walkS k : walk k.+1 = X (walk k) - (q *+ 2) *: walk k - turning k.
Proof.
rewrite {1}/walk doubleS arrived_odd arrived_even linearB linearZ /= -/(walk k) -/(X (walk k)).
rewrite /turning mulr2n [(q + q) *: _]scalerDl scalerBr; move: (q *: walk k) (q *: step _ _) => a b.
by rewrite opprD opprB -!addrA; congr (_ + _); rewrite addKr addrC.
Qed.

End Steps.
