(** * Evidence code, computed (MATHEMATICS.md, 3.26)                          *)
(*                                                                            *)
(* In an abelian group of exponent 2 the characters have the values 1 and -1, *)
(* in any field. If n elements are within eps, a character other than 1 is -1 *)
(* at w of them, with (n - 2w)^2 <= eps n^2; and the coefficient of t^i in    *)
(* (1 - t)^w (1 + t)^(n - w), summed over the characters, is not negative.    *)
(*                                                                            *)
(*   krawtchouk n w == the coefficients of (1 - t)^w (1 + t)^(n - w)          *)
(*   short o p q n t == t = (D, Fs), and f = 1 + the sum of F_i / D K_i       *)
(*                    shows that n elements are not within p / q in groups of *)
(*                    at least o elements                                     *)
(*   code_sizes o p q n ts == the members of ts exclude n, n + 1, ...         *)

From Coq Require Import ZArith Lia Ring.
From mathcomp Require Import all_ssreflect all_fingroup all_algebra all_solvable all_field all_character.
From SsrMultinomials Require Import mpoly.
From Reynolds.instances Require Import claims modules numbers listing actions terms orders walks treeBound.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Section Identity.

Variables (T : Type) (o i : T) (add mul sub : T -> T -> T) (opp : T -> T).
Hypothesis ring_T : ring_theory o i add mul sub opp eq.
Add Ring ring_T : ring_T.

Lemma flip_identity a c :
  add (opp i) (add a (opp (mul (add i i) c))) = add (add i a) (opp (mul (add i i) (add i c))).
Proof. ring. Qed.

End Identity.

(** ** Computation *)

Definition krawtchouk (n w : nat) : seq Z :=
  iter w (fun l => addz l (scalez (- 1) (shiftz l))) (iter (n - w) (fun l => addz l (shiftz l)) [:: 1%BZ]).

Fixpoint dotl (l m : seq Z) : Z :=
  if l is a :: l' then if m is b :: m' then (a * b + dotl l' m')%BZ else 0%BZ else 0%BZ.

Definition short (o p q : Z) (n : nat) (t : Z * seq Z) : bool :=
  let f := t.1 :: t.2 in let z := Z.of_nat n in
  [&& (size t.2 <= n)%N, (0 <? t.1)%BZ, all (Z.leb 0) t.2, (dotl f (krawtchouk n 0) <? o * t.1)%BZ
    & all (fun w => let y := (z - 2 * Z.of_nat w)%BZ in
                    (p * z * z <? q * y * y)%BZ || (dotl f (krawtchouk n w) <=? 0)%BZ) (iota 0 n.+1)].

Fixpoint code_sizes (o p q : Z) (n : nat) (ts : seq (Z * seq Z)) : bool :=
  if ts is t :: ts' then short o p q n t && code_sizes o p q n.+1 ts' else true.

Definition code (N : nat) (S : seq (seq nat)) (o p q : Z) (m : nat) (ts : seq (Z * seq Z)) (v : nat) : bool :=
  [&& commuting N S, all (fun s => compose s s == identity N) S, (0 <? q)%BZ, code_sizes o p q m ts
    & (v <= m + size ts)%N].

Lemma code_sizesP o p q n ts k : code_sizes o p q n ts -> (n <= k < n + size ts)%N ->
  exists t, short o p q k t.
Proof.
elim: ts n => [|t ts IHts] n /=; first by rewrite addn0 => _ /andP[/leq_ltn_trans lt /lt]; rewrite ltnn.
case/andP=> ex_t /IHts ex_ts; rewrite leq_eqVlt.
case/andP=> /predU1P[<- _|lt_nk lt_k]; first by exists t.
by apply: ex_ts; rewrite lt_nk addSnnS.
Qed.

(** ** Characters of an abelian group of exponent 2 *)

Section Characters.

Variables (R : realFieldType) (gT : finGroupType) (G : {group gT}).
Hypothesis cGG : abelian G.
Hypothesis exp2 : {in G, forall x, (x * x = 1)%g}.

Definition sign (i : Iirr G) (x : gT) : R := if 'chi_i x == 1 then 1 else -1.

Lemma chi_sign (i : Iirr G) x : x \in G -> 'chi_i x = 1 \/ 'chi_i x = -1.
Proof.
move=> Gx; have lin_i : 'chi_i \is a linear_char by apply/char_abelianP.
have : 'chi_i x ^+ 2 = 1 by rewrite expr2 -lin_charM // exp2 // lin_char1.
by move/eqP; rewrite sqrf_eq1 => /orP[] /eqP->; [left | right].
Qed.

Lemma signM i x y : x \in G -> y \in G -> sign i (x * y)%g = sign i x * sign i y.
Proof.
move=> Gx Gy; have lin_i : 'chi_i \is a linear_char by apply/char_abelianP.
have ne1 : (-1 == 1 :> algC) = false by apply/negbTE; rewrite eqNr oner_eq0.
rewrite /sign lin_charM //.
by case: (chi_sign i Gx) => ->; case: (chi_sign i Gy) => ->;
  rewrite !(mul1r, mulr1, mulrN1, opprK, eqxx, ne1).
Qed.

Lemma sign_square i x : sign i x * sign i x = 1.
Proof. by rewrite /sign; case: ifP; rewrite ?mulr1 // mulrNN mulr1. Qed.

Lemma sign1 i : sign i 1%g = 1.
Proof.
have lin_i : 'chi_i \is a linear_char by apply/char_abelianP.
by rewrite /sign lin_char1 // eqxx.
Qed.

Lemma sum_sign x : x \in G -> \sum_i sign i x = #|G|%:R *+ (x == 1%g).
Proof.
move=> Gx; pose k := #|[pred i | 'chi[G]_i x == 1]|; pose l := #|[pred i | 'chi[G]_i x != 1]|.
have sumE (T : ringType) (f : Iirr G -> T) : (forall i, f i = if 'chi[G]_i x == 1 then 1 else -1) ->
    \sum_i f i = k%:R - l%:R.
  move=> fE; rewrite (bigID (fun i => 'chi[G]_i x == 1)) /= /k /l -!sum1_card !natr_sum -sumrN.
  by congr (_ + _); [apply: eq_bigr => i ci | apply: eq_bigr => i /negPf ci]; rewrite fE ci.
have : \sum_i 'chi[G]_i x = #|G|%:R *+ (x == 1%g).
  have := congr1 (fun f : 'CF(G) => f x) (cfReg_sum G); rewrite cfRegE => ->.
  rewrite sum_cfunE; apply: eq_bigr => i _; rewrite cfunE.
  have lin_i : 'chi_i \is a linear_char by apply/char_abelianP.
  by rewrite lin_char1 // mul1r.
rewrite (sumE [ringType of algC]) => [eq_kl|i]; last first.
  have ne1 : (-1 == 1 :> algC) = false by apply/negbTE; rewrite eqNr oner_eq0.
  by case: (chi_sign i Gx) => ->; rewrite ?eqxx ?ne1.
have {}eq_kl : (k = #|G| * (x == 1%g) + l)%N.
  apply/eqP; rewrite -(@eqr_nat [numDomainType of algC]) natrD natrM mulr_natr -[X in _ == X + _]eq_kl subrK.
  exact: eqxx.
by rewrite (sumE [ringType of R]) // eq_kl natrD addrK natrM mulr_natr.
Qed.

(** ** Krawtchouk's numbers *)

Implicit Types (i : Iirr G) (s : seq gT).

Definition generating i s : {poly R} := \prod_(g <- s) (1 + sign i g *: 'X).

Definition minus i s := count (fun g => 'chi[G]_i g != 1) s.

Lemma generating_sum s h c : {subset s <= G} -> h \in G ->
  0 <= \sum_i sign i h * (generating i s)`_c.
Proof.
elim: s h c => [|g s IHs] h c sG Gh.
  under eq_bigr do rewrite /generating big_nil coef1.
  rewrite -mulr_suml sum_sign //; apply: mulr_ge0; last exact: ler0n.
  by rewrite mulrn_wge0 ?ler0n.
have sG' : {subset s <= G} by move=> y sy; apply: sG; rewrite inE sy orbT.
have Gg : g \in G by apply: sG; rewrite mem_head.
have -> : \sum_i sign i h * (generating i (g :: s))`_c
    = \sum_i sign i h * (generating i s)`_c
      + (if c is b.+1 then \sum_i sign i (h * g)%g * (generating i s)`_b else 0).
  rewrite (eq_bigr (fun i => sign i h * (generating i s)`_c
      + (if c is b.+1 then sign i (h * g)%g * (generating i s)`_b else 0))) => [|i _]; last first.
    rewrite /generating big_cons mulrDl mul1r coefD mulrDr; congr (_ + _).
    rewrite -scalerAl coefZ coefXM; case: c => [|b] /=; first by rewrite !mulr0.
    by rewrite signM // mulrA.
  by rewrite big_split; congr (_ + _); case: (c) => [|b] //; rewrite big1.
apply: addr_ge0; first exact: IHs.
by case: c => [|b] //; apply: IHs => //; rewrite groupM.
Qed.

Lemma generating_empty s : \sum_i (generating i s)`_0 = #|G|%:R.
Proof.
transitivity (\sum_i sign i 1%g); last by rewrite sum_sign ?group1 // eqxx.
apply: eq_bigr => i _; rewrite sign1; elim: s => [|g s IHs]; rewrite /generating.
  by rewrite big_nil coef1.
by rewrite big_cons mulrDl mul1r coefD -scalerAl coefZ coefXM mulr0 addr0.
Qed.

Lemma krawtchouk_poly n w : zpoly R (krawtchouk n w) = (1 - 'X) ^+ w * (1 + 'X) ^+ (n - w).
Proof.
rewrite /krawtchouk; elim: w (n - w)%N => [|w IHw] m.
  elim: m => [|m IHm]; first by rewrite /= poly_cons poly_nil mulr0 addr0 mulr1.
  by rewrite iterS poly_add poly_shift IHm /= !mul1r exprS mulrDl mul1r.
rewrite iterS poly_add poly_scale poly_shift IHw exprS -!mulrA mulrBl mul1r.
by rewrite -[zr R (- 1)]/(-1) scaleN1r.
Qed.

Lemma generatingE i s : {subset s <= G} ->
  generating i s = zpoly R (krawtchouk (size s) (minus i s)).
Proof.
rewrite krawtchouk_poly -(count_predC (fun g => 'chi[G]_i g != 1) s) addKn.
rewrite /generating /minus; elim: s => [|g s IHs] sG; first by rewrite big_nil !expr0 mulr1.
rewrite big_cons IHs => [|y sy]; last by apply: sG; rewrite inE sy orbT.
rewrite /sign /=; case: ('chi_i g == 1) => /=.
  by rewrite scale1r add0n add1n exprS mulrCA.
by rewrite scaleN1r add0n add1n exprS -!mulrA.
Qed.

(** ** Schemes of few elements *)

Local Notation A := (all_functions R G).
Local Notation V := {ffun gT -> R^o}.

Let wave i : V := [ffun x => if x \in G then sign i x else 0].

Lemma wave_average w i :
  average G w (wave i : space A) = (\sum_(g in G) w g * sign i g) *: (wave i : space A).
Proof.
apply/ffunP=> x; rewrite /average sum_ffunE !ffunE.
rewrite -[RHS]/((\sum_(g in G) w g * sign i g) * (if x \in G then sign i x else 0)) mulr_suml.
apply: eq_bigr => g Gg; rewrite !ffunE groupMr ?groupV //; case: ifP => Gx; last by rewrite mulr0 scaler0.
have -> : g^-1%g = g by apply/eqP; rewrite eq_invg_mul exp2.
by rewrite signM // -[LHS]/(w g * _) -mulrA [sign i x * _]mulrC.
Qed.

Lemma wave_square i : square (wave i : space A) = #|G|%:R.
Proof.
rewrite /= -sum1_card natr_sum [RHS]big_mkcond; apply: eq_bigr => x _.
by rewrite ffunE; case: ifP => _; rewrite expr2 ?mul0r // sign_square.
Qed.

(* An index apart from one has a character that is not 1 somewhere.           *)
Lemma wave_small w eps i : \sum_(g in G) w g = 1 -> weak G A eps w -> i != 0 ->
  (\sum_(g in G) w g * sign i g) ^+ 2 <= eps.
Proof.
move=> sum_w wk nz_i; have EA := functions_euclidean R G; pose f : space A := wave i.
have Af : member f by move=> x /negPf Gx; rewrite ffunE Gx.
have [y Gy nz_y] : exists2 y, y \in G & sign i y = -1.
  have /existsP[y /andP[Gy ne_y]] : [exists y, (y \in G) && ('chi_i y != 1)].
    apply: contraR nz_i => /existsPn all1; rewrite -irr_eq1; apply/eqP/cfun_inP=> x Gx.
    by rewrite cfun1E Gx; have := all1 x; rewrite Gx negbK => /eqP.
  by exists y => //; rewrite /sign (negPf ne_y).
have Pf0 : fixed_average G f = 0.
  rewrite fixed_averageE wave_average -mulr_sumr (_ : \sum_(g in G) sign i g = 0).
    by rewrite mulr0 scale0r.
  set t := \sum_(g in G) _; have /eqP : t = - t.
    rewrite {1}/t (reindex_inj (mulgI y)) /= (eq_bigl (mem G)) => [|x]; last by rewrite groupMl.
    by rewrite -sumrN; apply: eq_bigr => x Gx; rewrite signM // nz_y mulN1r.
  by rewrite -subr_eq0 opprK -mulr2n mulrn_eq0 => /eqP.
have := (weakP EA eps sum_w).1 wk f Af; rewrite Pf0 (square0 EA) !subr0 wave_average.
rewrite !(dot_square EA) fdotZl fdotZr mulrA -expr2 -(dot_square EA) wave_square.
by rewrite ler_pmul2r // orderR_gt0.
Qed.

Lemma dotl_zpoly l m : (size l <= size m)%N ->
  zr R (dotl l m) = \sum_(c < size l) zr R (nth 0%BZ l c) * (zpoly R m)`_c.
Proof.
elim: l m => [|a l IHl] [|b m] //=; rewrite ?big_ord0 // ltnS => le_m.
rewrite zrD zrM IHl // big_ord_recl poly_cons coefD coefC coefXM /= addr0; congr (_ + _).
by apply: eq_bigr => c _; rewrite coefD coefC coefXM /= add0r.
Qed.

Lemma size_addz l m : size (addz l m) = maxn (size l) (size m).
Proof.
elim: l m => [|a l IHl] [|b m]; rewrite ?max0n ?maxn0 //=.
by rewrite IHl maxnSS.
Qed.

Lemma size_krawtchouk n w : (w <= n)%N -> size (krawtchouk n w) = n.+1.
Proof.
rewrite /krawtchouk => le_w; rewrite -{2}(subnKC le_w).
elim: w {le_w} (n - w)%N => [|w IHw] m; last first.
  rewrite iterS size_addz /scalez size_map /= IHw addSn; exact/maxn_idPr.
elim: m => [|m IHm] //; rewrite iterS size_addz /= IHm !add0n; exact/maxn_idPr.
Qed.

Lemma short_sound (s : seq gT) o p q t : {subset s <= G} -> (0 < size s)%N ->
    (0 <? q)%BZ -> (o <= Z.of_nat #|G|)%BZ -> short o p q (size s) t ->
  ~ weak G A (fraction R p q) (counted R s).
Proof.
move=> sG s_gt0 /(zr_lt R) q_gt0 le_o; rewrite /short; set n := size s; set f := _ :: _.
set z := Z.of_nat n; case/and5P=> le_t /(zr_lt R) D_gt0 /allP F_ge0 few /allP weights wk.
have n_gt0 : 0 < n%:R :> R by rewrite ltr0n.
have sum_w : \sum_(g in G) counted R s g = 1 by apply: counted_sum.
have minus_le i : (minus i s <= n)%N by apply: count_size.
pose K i := zr R (dotl f (krawtchouk n (minus i s))).
have KE i : K i = \sum_(c < size f) zr R (nth 0%BZ f c) * (generating i s)`_c.
  by rewrite /K dotl_zpoly ?generatingE // size_krawtchouk.
have low : #|G|%:R * zr R t.1 <= \sum_i K i.
  rewrite (eq_bigr _ (fun i _ => KE i)) exchange_big big_ord_recl /= -mulr_sumr generating_empty.
  rewrite mulrC ler_addl; apply: sumr_ge0 => c _; rewrite -mulr_sumr mulr_ge0 //.
    by apply/zr_ge0/F_ge0/mem_nth.
  have := @generating_sum s 1%g (lift ord0 c) sG (group1 G).
  by under eq_bigr do rewrite sign1 mul1r.
have mean i : \sum_(g in G) counted R s g * sign i g = (n%:R - 2%:R * (minus i s)%:R) / n%:R.
  rewrite /counted -/n; under eq_bigr do rewrite mulrAC; rewrite -mulr_suml; congr (_ / _).
  rewrite /minus /n; elim: (s) sG => [|g r IHr] rG.
    by rewrite big1 ?mulr0 ?subr0 // => g _; rewrite mul0r.
  have Gg : g \in G by apply: rG; rewrite mem_head.
  transitivity (sign i g + \sum_(x in G) (count_mem x r)%:R * sign i x).
    rewrite (eq_bigr (fun x => (x == g)%:R * sign i x + (count_mem x r)%:R * sign i x)) => [|x _].
      rewrite big_split /= (bigD1 g) //= eqxx mul1r big1 ?addr0 // => x /andP[_ /negPf->].
      by rewrite mul0r.
    by rewrite /= natrD mulrDl eq_sym.
  rewrite IHr => [|x rx]; last by apply: rG; rewrite inE rx orbT.
  rewrite /= -[(size r).+1]add1n !natrD /sign; case: ('chi_i g == 1).
    by rewrite -[(~~ true)%:R]/(0 : R) add0r -addrA.
  exact: (flip_identity (ring_of R)).
have high : \sum_i K i <= zr R (dotl f (krawtchouk n 0)).
  rewrite (bigD1 (0 : Iirr G)) // {1}/K (_ : minus 0 s = 0%N); last first.
    apply/eqP; rewrite -leqn0 leqNgt -has_count; apply/hasPn=> g /sG Gg.
    by rewrite irr0 cfun1E Gg negbK.
  rewrite ger_addl -oppr_ge0 -sumrN; apply: sumr_ge0 => i nz_i; rewrite oppr_ge0.
  have /weights : minus i s \in iota 0 n.+1 by rewrite mem_iota add0n ltnS minus_le.
  case/orP=> [/(zr_lt R) | /(zr_le R)//]; rewrite ltNge => /negP[].
  have := wave_small sum_w wk nz_i; rewrite mean expr_div_n ler_pdivr_mulr ?exprn_gt0 //.
  rewrite /fraction mulrAC ler_pdivl_mulr // !zrM !zrB !zrM !zr_nat -[zr R 2]/(2%:R) => le_y.
  by move: le_y; rewrite [X in X <= _ -> _]mulrC [(_ - _) ^+ 2]expr2 [n%:R ^+ 2]expr2 !mulrA.
have := zr_lt R few; rewrite ltNge => /negP[]; rewrite zrM.
apply: le_trans _ (le_trans low high); rewrite ler_wpmul2r ?(ltW D_gt0) // -[#|G|%:R]zr_nat.
by apply: zr_le; apply/Z.leb_le.
Qed.

End Characters.

Theorem code_sound (R : realFieldType) N S o p q m ts v (G := group_of N S)
    (F := all_functions R G) :
    (o <= Z.of_nat #|G|)%BZ -> at_least G uniform (weak G F (fraction R p q)) m -> code N S o p q m ts v ->
  at_least G uniform (weak G F (fraction R p q)) v.
Proof.
move=> le_o low /and5P[comm /allP square_S q_gt0 ex_ts le_v] w l sch wk; rewrite leqNgt; apply/negP=> lt_l.
have cGG := commuting_abelian comm; have /andP[/allP perm_S _] := comm.
have exp2 : {in G, forall x, (x * x = 1)%g}.
  move=> x Gx; have <- : (x ^+ 2 = x * x)%g by rewrite expgS expg1.
  apply: (exponentP _ x Gx).
  rewrite abelian_exponent_gen; last by rewrite -abelian_gen.
  apply/exponentP=> y; rewrite inE => /mapP[s Ss ->]; rewrite expgS expg1 -permutationM ?perm_S //.
  by have /eqP-> := square_S s Ss; apply: permutation_identity.
have [|t] := code_sizesP ex_ts (k := l).
  by rewrite (low w l sch wk) (leq_trans lt_l).
have [s [sG s_gt0 -> w_s]] := sch => ex_t.
apply: (short_sound cGG exp2 sG s_gt0 q_gt0 le_o ex_t) => f Ff; have := wk f Ff.
suff -> : average G w f = average G (counted R s) f by [].
by apply: eq_bigr => g _; rewrite w_s.
Qed.
