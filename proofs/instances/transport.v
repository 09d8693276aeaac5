(** * From a class with every irreducible to all functions (MATHEMATICS.md, 2.2, 3.1) *)
(*                                                                            *)
(* If every exact scheme on the class F has |G| elements, then finitely many  *)
(* y of F and positive c have                                                 *)
(*                                                                            *)
(*   sum of c dot (g.y) (h.y) = [g = h] - k     for all g, h in G,            *)
(*                                                                            *)
(* so that the functions of mean 0 on G, with their inner product, are a part *)
(* of F ^ m. A scheme within eps on F is within eps on all functions, and     *)
(* lower bounds about all functions hold for F. No square roots are taken: R  *)
(* is any ordered field.                                                      *)

From Coq Require Import ZArith Ring.
From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From SsrMultinomials Require Import mpoly.
From Reynolds.instances Require Import claims modules numbers listing actions terms exactness walks.
From Reynolds.instances Require Import classFunctions characterSum wholeGroup.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

(** ** Identities of commutative rings *)

Section Identities.

Variables (T : Type) (o i : T) (add mul sub : T -> T -> T) (opp : T -> T).
Hypothesis ring_T : ring_theory o i add mul sub opp eq.
Add Ring ring_T : ring_T.
Declare Scope identity_scope.
Local Notation "x + y" := (add x y) : identity_scope.
Local Notation "x * y" := (mul x y) : identity_scope.
Local Notation "x - y" := (add x (opp y)) : identity_scope.
Local Open Scope identity_scope.

Lemma shifted_identity x y a b m :
  (x + a) * (y + b) * m = x * y * m + b * (x * m) + a * (y * m + b * m).
Proof. ring. Qed.

Lemma form_identity q l t m : q + t * l + t * (l + t * m) = q + (t * l + t * l) + t * t * m.
Proof. ring. Qed.

Lemma schur_identity c x y m a b :
  x * y * m - c * (x * a * (y * b)) = x * y * (m - c * (a * b)).
Proof. ring. Qed.

Lemma gram_identity x y g : x * y * g + x * y = x * (g + i) * y.
Proof. ring. Qed.

End Identities.

(** ** A positive semidefinite matrix is a sum of squares *)

Section Squares.

Variables (R : realFieldType) (I : finType).
Implicit Types (M : I -> I -> R) (x : I -> R).

Definition form M x := \sum_i \sum_j x i * x j * M i j.

Lemma sum_delta (f : I -> R) i : \sum_j (i == j)%:R * f j = f i.
Proof.
rewrite (bigD1 i) //= eqxx mul1r big1 ?addr0 // => j; rewrite eq_sym => /negPf->.
by rewrite mul0r.
Qed.

Lemma form_shift M x i0 t : (forall i j, M i j = M j i) ->
  form M (fun i => x i + t *+ (i == i0))
  = form M x + (t * \sum_i x i * M i i0) *+ 2 + t ^+ 2 * M i0 i0.
Proof.
move=> symM; rewrite /form.
have pick1 (f : I -> R) : \sum_i (t *+ (i == i0)) * f i = t * f i0.
  rewrite (bigD1 i0) //= eqxx mulr1n big1 ?addr0 // => i /negPf->; by rewrite mul0r.
transitivity (\sum_i (\sum_j x i * x j * M i j + t * (x i * M i i0)
    + (t *+ (i == i0)) * (\sum_j x j * M i j + t * M i i0))).
  apply: eq_bigr => i _.
  rewrite (eq_bigr (fun j => x i * x j * M i j + (t *+ (j == i0)) * (x i * M i j)
      + (t *+ (i == i0)) * (x j * M i j + (t *+ (j == i0)) * M i j))) => [|j _]; last first.
    exact: (shifted_identity (ring_of R)).
  by rewrite !big_split /= -mulr_sumr big_split /= !pick1.
rewrite !big_split /= -mulr_sumr pick1 expr2 mulr2n -(form_identity (ring_of R)).
by congr (_ + t * (_ + _)); apply: eq_bigr => j _; rewrite symM.
Qed.

Lemma psd_squares M : (forall i j, M i j = M j i) -> (forall x, 0 <= form M x) ->
  exists s : seq (R * {ffun I -> R}), all (fun cb => 0 <= cb.1) s
    /\ forall i j, M i j = \sum_(cb <- s) cb.1 * (cb.2 i * cb.2 j).
Proof.
have [r suppM] : exists r : seq I, forall i j, i \notin r -> M i j = 0.
  by exists (enum I) => i j; rewrite mem_enum.
elim: r M suppM => [|i0 r IHr] M suppM symM psdM.
  by exists [::]; split=> // i j; rewrite big_nil suppM.
have unitM i : form M (fun j => (i == j)%:R) = M i i.
  rewrite /form; under eq_bigr do (under eq_bigr do rewrite -mulrA); 
  by under eq_bigr do rewrite -mulr_sumr; rewrite !sum_delta.
have M0_ge0 : 0 <= M i0 i0 by rewrite -unitM.
have [M00 | nzM] := eqVneq (M i0 i0) 0.
  apply: IHr => // i j not_r; have [eq_i | ne_i] := eqVneq i i0; last first.
    by apply: suppM; rewrite inE negb_or ne_i.
  rewrite eq_i; apply/eqP; apply: contraT => nz_j.
  pose t := - (M j j + 1) / (M i0 j *+ 2).
  have := psdM (fun k => (j == k)%:R + t *+ (k == i0)).
  rewrite form_shift // unitM M00 mulr0 addr0 sum_delta.
  rewrite [M j i0]symM -mulrnAr /t divfK ?mulrn_eq0 //.
  by rewrite opprD addrA subrr sub0r oppr_ge0 ler10.
pose c := (M i0 i0)^-1; pose M' i j := M i j - c * (M i i0 * M j i0).
have sym' i j : M' i j = M' j i by rewrite /M' symM [M i i0 * _]mulrC.
have supp' i j : i \notin r -> M' i j = 0.
  move=> not_r; rewrite /M'; have [-> | ne_i] := eqVneq i i0.
    by rewrite mulKf // [M i0 j]symM subrr.
  have M0 k : M i k = 0 by apply: suppM; rewrite inE negb_or ne_i.
  by rewrite !M0 mul0r mulr0 subrr.
have form' x : form M' x = form M x - c * (\sum_i x i * M i i0) ^+ 2.
  rewrite /form expr2 mulr_suml mulr_sumr -sumrB; apply: eq_bigr => i _.
  rewrite !mulr_sumr -sumrB; apply: eq_bigr => j _.
  by rewrite (schur_identity (ring_of R)).
have psd' x : 0 <= form M' x.
  pose l := \sum_i x i * M i i0.
  have := psdM (fun i => x i + (- (c * l)) *+ (i == i0)); rewrite form_shift // form' -/l.
  rewrite sqrrN exprMn -[c ^+ 2 * _ * _]mulrAC expr2 -[c * c * _]mulrA mulVf // mulr1.
  by rewrite mulNr mulNrn -mulrA -expr2 mulr2n opprD addrA addrNK.
have [s [s_ge0 defM']] := IHr M' supp' sym' psd'.
exists ((c, [ffun i => M i i0]) :: s); split; first by rewrite /= s_ge0 invr_ge0 M0_ge0.
by move=> i j; rewrite big_cons -defM' /= !ffunE addrC subrK.
Qed.

End Squares.

(** ** Dual functions *)

Section Dual.

Variables (R : realFieldType) (gT : finGroupType) (G : {group gT}).
Variables (F : functions R gT) (dot : space F -> space F -> R).
Hypothesis EF : euclidean G dot.
Hypothesis square_eq0 : forall v : space F, square v = 0 -> v = 0.
Variable us : seq (space F).
Hypothesis Fus : {in us, forall u, member u}.
Hypothesis span : forall f : space F, member f -> exists c : seq R, f = \sum_(i < size us) c`_i *: us`_i.
Hypothesis full : forall w : gT -> R, \sum_(g in G) w g = 1 -> exact G F w ->
  (#|G| <= #|[set g in G | w g != 0%R]|)%N.

Local Notation E := (@average R gT G F).
Local Notation P := (@fixed_average R gT G F).

Lemma average_add (a b : gT -> R) t f : E (fun g => a g + t * b g) f = E a f + t *: E b f.
Proof.
rewrite /average scaler_sumr -big_split; apply: eq_bigr => g _ /=.
by rewrite scalerDl scalerA.
Qed.

(* Only 0 of sum 0 averages F to 0.                                           *)
Lemma acts_zero (a : gT -> R) : \sum_(g in G) a g = 0 -> (forall f, member f -> E a f = 0) ->
  {in G, forall g, a g = 0}.
Proof.
move=> sum_a a0 g Gg; apply/eqP; apply: contraT => nz_a.
pose t := - #|G|%:R^-1 / a g; pose w h := #|G|%:R^-1 + t * a h.
have sum_w : \sum_(h in G) w h = 1.
  rewrite big_split /= -mulr_sumr sum_a mulr0 addr0 sumr_const -[_ *+ _]mulr_natl.
  by rewrite mulfV // orderR_neq0.
have ex_w : exact G F w.
  move=> f Ff h Gh; rewrite average_add a0 // scaler0 addr0.
  exact: (constant_exact EF).
have := full sum_w ex_w; rewrite leqNgt => /negP[]; apply: proper_card; apply/properP; split.
  by apply/subsetP=> h; rewrite inE => /andP[].
by exists g; rewrite // inE Gg /= negbK /w /t divfK // subrr.
Qed.

Let centred := [seq u - P u | u <- us].

Lemma centred_member : {in centred, forall u, member u}.
Proof.
by move=> _ /mapP[u /Fus Fu ->]; apply: (member_sub EF) => //; apply: (member_fixed EF).
Qed.

Definition gram g h : R := \sum_(u <- centred) dot (act g u) (act h u).

Lemma gram_shift g h x : g \in G -> h \in G -> x \in G -> gram (g * x)%g (h * x)%g = gram g h.
Proof.
move=> Gg Gh Gx; apply: eq_bigr => u _; by rewrite !(actMv EF) // (dot_act EF).
Qed.

Lemma gram_square (x : gT -> R) :
  \sum_(g in G) \sum_(h in G) x g * x h * gram g h = \sum_(u <- centred) square (E x u).
Proof.
under [RHS]eq_bigr do rewrite (dot_square EF) (dot_suml EF).
rewrite [RHS]exchange_big; apply: eq_bigr => g _ /=.
under [RHS]eq_bigr do rewrite (dot_sumr EF) mulr_sumr.
rewrite [RHS]exchange_big; apply: eq_bigr => h _ /=; rewrite mulr_sumr.
by apply: eq_bigr => u _; rewrite mulrA.
Qed.

Let n := #|G|.
Let gr : 'I_n -> gT := enum_val.
Let Gr i : gr i \in G. Proof. exact: enum_valP. Qed.

Definition gram_matrix : 'M[R]_n := \matrix_(i, j) (gram (gr i) (gr j) + 1).

Lemma sum_gr (V : zmodType) (f : gT -> V) : \sum_(g in G) f g = \sum_(i < n) f (gr i).
Proof. by rewrite big_enum_val. Qed.

(* The vector x of coefficients as a function on G.                           *)
Let coef (x : 'rV[R]_n) (g : gT) : R :=
  if [pick i | gr i == g] is Some i then x 0 i else 0.

Lemma coefE x i : coef x (gr i) = x 0 i.
Proof.
rewrite /coef; case: pickP => [j /eqP/enum_val_inj-> //|/(_ i)].
by rewrite eqxx.
Qed.

Lemma gram_value (x : 'rV_n) : (x *m gram_matrix *m x^T) 0 0
  = \sum_(u <- centred) square (E (coef x) u) + (\sum_(g in G) coef x g) ^+ 2.
Proof.
rewrite -gram_square !sum_gr mxE.
under eq_bigr do rewrite !mxE mulr_suml; rewrite exchange_big expr2 mulr_suml -big_split.
apply: eq_bigr => i _ /=; rewrite sum_gr mulr_sumr -big_split; apply: eq_bigr => j _ /=.
by rewrite !coefE mxE (gram_identity (ring_of R)).
Qed.

Lemma gram_unit : gram_matrix \in unitmx.
Proof.
rewrite -row_free_unit -kermx_eq0; apply/eqP/row_matrixP=> i; rewrite row0.
set x := row i _; have xM : x *m gram_matrix = 0 by apply/sub_kermxP; apply: row_sub.
have val_x : \sum_(u <- centred) square (E (coef x) u) + (\sum_(g in G) coef x g) ^+ 2 = 0.
  by rewrite -gram_value xM mul0mx mxE.
have sq_ge0 : 0 <= \sum_(u <- centred) square (E (coef x) u).
  by apply: sumr_ge0 => u _; rewrite (dot_square EF) (dot_ge0 EF).
have /andP[/eqP E0 /eqP/eqP s0] : (\sum_(u <- centred) square (E (coef x) u) == 0)
    && ((\sum_(g in G) coef x g) ^+ 2 == 0).
  by rewrite -(paddr_eq0 sq_ge0 (sqr_ge0 _)) val_x.
have {s0} sum_x : \sum_(g in G) coef x g = 0 by apply/eqP; rewrite -sqrf_eq0.
have Eus u : u \in us -> E (coef x) u = 0.
  move=> us_u; have Eu : E (coef x) (u - P u) = 0.
    apply: square_eq0; apply/eqP; move/eqP: E0; rewrite psumr_eq0 => [/allP|v _]; last first.
      by rewrite (dot_square EF) (dot_ge0 EF).
    by apply; apply: map_f.
  have Pu : E (coef x) (P u) = 0.
    rewrite /average (eq_bigr (fun g => coef x g *: P u)) => [|g Gg]; last by rewrite (act_fixed EF).
    by rewrite -scaler_suml sum_x scale0r.
  by move: Eu; rewrite (average_sub EF) Pu subr0.
have x0 : {in G, forall g, coef x g = 0}.
  apply: acts_zero => // f /span[c ->]; rewrite /average.
  under eq_bigr do rewrite (act_sum EF) scaler_sumr; rewrite exchange_big big1 // => j _.
  transitivity (c`_j *: E (coef x) us`_j); last by rewrite Eus ?mem_nth // scaler0.
  by rewrite scaler_sumr; apply: eq_bigr => g _; rewrite !scalerA mulrC.
by apply/rowP=> j; rewrite [RHS]mxE -coefE; apply: x0.
Qed.

Theorem dual_functions : exists (k : R) (s : seq (R * space F)),
  [/\ all (fun cy => 0 <= cy.1) s, {in s, forall cy, member cy.2 /\ P cy.2 = 0}
    & {in G &, forall g h, \sum_(cy <- s) cy.1 * dot (act g cy.2) (act h cy.2) = (g == h)%:R - k}].
Proof.
pose A := gram_matrix; pose M i j : R := n%:R^-1 * invmx A i j.
have n_ge0 : 0 <= n%:R^-1 :> R by rewrite invr_ge0 ler0n.
have symA : A^T = A.
  by apply/matrixP=> i j; rewrite !mxE; congr (_ + _); apply: eq_bigr => u _; rewrite (dotC EF).
have symI : (invmx A)^T = invmx A by rewrite trmx_inv symA.
have symM i j : M i j = M j i by rewrite /M -{1}symI mxE.
have psdA (x : 'rV_n) : 0 <= (x *m A *m x^T) 0 0.
  rewrite gram_value.
  by rewrite addr_ge0 ?sqr_ge0 //; apply: sumr_ge0 => u _; rewrite (dot_square EF) (dot_ge0 EF).
have psdM x : 0 <= form M x.
  pose v := \row_i x i; have -> : form M x = n%:R^-1 * (v *m invmx A *m v^T) 0 0.
    rewrite mxE mulr_sumr /form exchange_big; apply: eq_bigr => j _; rewrite !mxE mulr_suml mulr_sumr.
    by apply: eq_bigr => i _; rewrite /M !mxE mulrCA; congr (_ * _); rewrite mulrAC.
  rewrite mulr_ge0 //; have := psdA (v *m invmx A).
  by rewrite mulmxKV ?gram_unit // trmx_mul symI mulmxA.
have [s [s_ge0 defM]] := psd_squares symM psdM.
pose k := \sum_i \sum_j M i j.
pose bs (b : {ffun 'I_n -> R}) : gT -> R := coef (\row_i b i).
pose t := [seq (cb.1, E (bs cb.2) u) | cb <- s, u <- centred].
exists k, t; split.
- by apply/allP=> _ /allpairsP[[cb u] /= [/(allP s_ge0) c_ge0 _ ->]].
- move=> _ /allpairsP[[cb u] /= [_ cu ->]]; split.
    by apply: (member_average EF); apply: centred_member.
  rewrite (fixed_scheme EF); case/mapP: cu => v _ ->.
  by rewrite (fixed_sub EF) (fixed_id EF) subrr scaler0.
move=> g h Gg Gh; rewrite big_allpairs_dep /=.
have entry (cb : R * {ffun 'I_n -> R}) :
    \sum_(u <- centred) cb.1 * dot (act g (E (bs cb.2) u)) (act h (E (bs cb.2) u))
    = \sum_i \sum_j cb.1 * (cb.2 i * cb.2 j) * gram (gr i * g)%g (gr j * h)%g.
  transitivity (\sum_(u <- centred) \sum_i \sum_j cb.1 * (cb.2 i * cb.2 j) * dot (act (gr i * g)%g u) (act (gr j * h)%g u)).
    apply: eq_bigr => u _; rewrite !(act_average EF) // (dot_suml EF) sum_gr mulr_sumr.
    apply: eq_bigr => i _; rewrite (dot_sumr EF) sum_gr !mulr_sumr; apply: eq_bigr => j _.
    by rewrite /bs !coefE !mxE !mulrA.
  rewrite exchange_big; apply: eq_bigr => i _; rewrite exchange_big; apply: eq_bigr => j _ /=.
  by rewrite -mulr_sumr.
rewrite (eq_bigr _ (fun cb _ => entry cb)) exchange_big /=.
transitivity (\sum_i \sum_j M i j * gram (gr i * g)%g (gr j * h)%g).
  apply: eq_bigr => i _; rewrite exchange_big; apply: eq_bigr => j _ /=.
  by rewrite -mulr_suml -defM.
have inv1 i x : x \in G -> \sum_j M i j * (gram x (gr j) + 1) = n%:R^-1 * (gr i == x)%:R.
  move=> Gx; have [l ->] : exists l, x = gr l.
    by exists (enum_rank_in Gx x); rewrite /gr enum_rankK_in.
  have : (invmx A *m A) i l = (i == l)%:R by rewrite mulVmx ?gram_unit // mxE.
  rewrite mxE (inj_eq enum_val_inj) => <-; rewrite mulr_sumr; apply: eq_bigr => j _.
  by rewrite mulrA -{2}symA !mxE.
transitivity (\sum_i (n%:R^-1 * (gr i == gr i * (g * h^-1))%g%:R - \sum_j M i j)).
  apply: eq_bigr => i _; rewrite -inv1 ?groupM ?groupV ?Gr // -sumrB; apply: eq_bigr => j _.
  rewrite mulrDr mulr1 addrK; congr (_ * _).
  by rewrite -(@gram_shift _ (gr j) h) ?groupM ?groupV ?Gr // -!mulgA mulVg mulg1.
rewrite sumrB; congr (_ - _).
rewrite (eq_bigr (fun=> n%:R^-1 * (g == h)%:R)) => [|i _].
  by rewrite sumr_const card_ord -mulr_natl mulrA mulfV ?mul1r // orderR_neq0.
by rewrite eq_mulVg1 mulKg -eq_mulgV1.
Qed.

(** ** Weak schemes *)

Local Notation A := (all_functions R G).
Local Notation Eall := (@average R gT G A).

Lemma average_all w (f : space A) x : Eall w f x = \sum_(g in G) w g * f (x * g^-1)%g.
Proof. by rewrite /average sum_ffunE; apply: eq_bigr => g _; rewrite !ffunE. Qed.

Lemma sum_member (f : space A) (h : gT -> R) : member f ->
  \sum_x f x * h x = \sum_(x in G) f x * h x.
Proof.
move=> Af; rewrite [RHS]big_mkcond; apply: eq_bigr => x _.
by case: ifP => // /negbT/Af->; rewrite mul0r.
Qed.

Lemma average_twice w (f : space A) y : E (Eall w f) y = E w (E f y).
Proof.
rewrite [RHS]/average; under [RHS]eq_bigr => g Gg do rewrite (act_average EF) // scaler_sumr.
transitivity (\sum_(g in G) \sum_(x in G) (w g * f (x * g^-1)%g) *: act x y).
  rewrite exchange_big; apply: eq_bigr => x _; rewrite average_all scaler_suml.
  by apply: eq_bigr.
apply: eq_bigr => g Gg; rewrite (reindex_inj (mulIg g)) /=; apply: eq_big => [x|x _].
  by rewrite groupMr.
by rewrite mulgK scalerA.
Qed.

Theorem weak_all_functions eps w : \sum_(g in G) w g = 1 -> weak G F eps w -> weak G A eps w.
Proof.
move=> sum_w /(weakP EF _ sum_w) wk; have EA := functions_euclidean R G.
have [k [s [s_ge0 Fs dual]]] := dual_functions.
have norm (f : space A) : member f -> \sum_(x in G) f x = 0 ->
    square f = \sum_(cy <- s) cy.1 * square (E f cy.2).
  move=> Af sum_f; under [RHS]eq_bigr do rewrite (dot_square EF) (dot_suml EF) mulr_sumr.
  rewrite exchange_big /=.
  transitivity (\sum_(x in G) f x * f x).
    by rewrite -(@sum_member _ f) //; apply: eq_bigr => x _; rewrite expr2.
  apply: eq_bigr => x Gx.
  transitivity (f x * \sum_(z in G) f z * ((x == z)%:R - k)).
    congr (_ * _); under eq_bigr do rewrite mulrBr; rewrite sumrB -mulr_suml sum_f mul0r subr0.
    rewrite (bigD1 x) //= eqxx mulr1 big1 ?addr0 // => z /andP[_]; rewrite eq_sym => /negPf->.
    by rewrite mulr0.
  rewrite mulr_sumr; under [RHS]eq_bigr do rewrite (dot_sumr EF) !mulr_sumr.
  rewrite [RHS]exchange_big; apply: eq_bigr => z Gz /=; rewrite -dual // !mulr_sumr.
  apply: eq_bigr => cy _; by rewrite [f z * _]mulrCA [f x * (_ * _)]mulrCA.
apply: (weak_centred EA) => // f Af Pf0.
have sum_f : \sum_(x in G) f x = 0.
  have /ffunP/(_ 1%g) := Pf0; rewrite /fixed_average !ffunE sum_ffunE => /eqP.
  rewrite scaler_eq0 invr_eq0 (negPf (orderR_neq0 R G)) /= => /eqP f0.
  rewrite -[RHS]f0 (reindex_inj invg_inj); apply: eq_big => [x|x _]; first by rewrite groupV.
  by rewrite ffunE mul1g.
have Aw : member (Eall w f) by apply: (member_average EA).
rewrite !norm //; last first.
  under eq_bigr do rewrite average_all; rewrite exchange_big big1 // => g Gg /=.
  rewrite -mulr_sumr (reindex_inj (mulIg g)) /=; under eq_bigr do rewrite mulgK.
  by rewrite (eq_bigl (mem G)) ?sum_f ?mulr0 // => x; rewrite groupMr.
rewrite mulr_sumr !big_seq; apply: ler_sum => cy s_cy; have [Fy Py] := Fs cy s_cy.
rewrite mulrCA ler_wpmul2l ?(allP s_ge0) // average_twice.
have := wk _ (member_average EF f Fy).
by rewrite (fixed_scheme EF) Py scaler0 (square0 EF) !subr0.
Qed.

Theorem lower_all_functions kind (eps : R) m :
  at_least G kind (weak G A eps) m -> at_least G kind (weak G F eps) m.
Proof.
move=> low w l sch wk; apply: (low w l sch).
by apply: weak_all_functions => //; have [] := scheme_support sch.
Qed.

End Dual.

(** ** Polynomials *)

(* The exact claim that the evidence refers to, AC_ex = |G| for signed        *)
(* weights, and a bound on all functions.                                     *)
Theorem occurring_sound (R : realFieldType) N S d D kind p q o m (G := group_of N S)
    (F := polynomials R d N D) :
    acts d N S -> (#|G| <= o)%N -> at_least G signed (exact G F) o ->
    at_least G kind (weak G (all_functions R G) (fraction R p q)) m ->
  at_least G kind (weak G F (fraction R p q)) m.
Proof.
case/andP=> perm_S sign_S le_o ex; have EF := polynomials_euclidean R perm_S sign_S D.
pose us : seq (space F) := map (poly R d) (all_monomials d D).
apply: (@lower_all_functions R _ G F mdot EF _ us) => [v v0|u|f Ff|w sum_w ex_w].
- by apply: mdot_eq0; rewrite -(dot_square EF).
- exact: (all_monomials_member perm_S sign_S).
- exact: polynomials_span.
by apply: leq_trans le_o _; apply: (ex w).
Qed.

(* The order of a listed group.                                               *)
Lemma listed_order N S n o : generated N S n && (size (elements N S n) <= o)%N ->
  (#|group_of N S| <= o)%N.
Proof. by case/andP=> gen_n; rewrite (card_elements gen_n). Qed.
