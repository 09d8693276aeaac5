(** * Evidence exhaustion, computed (MATHEMATICS.md, 2.18)                     *)
(*                                                                            *)
(* An exact scheme w gives a matrix entry phi of the class, plus a constant,  *)
(* the mean of phi over G. If the mean is negative, some g with w g > 0 has   *)
(* phi g < 0; if it is not 0, some g with w g <> 0 has phi g <> 0. So the     *)
(* support of w meets the places that are struck by each function of a table, *)
(* and a tree shows that no set of fewer than m elements does. A scheme can   *)
(* be translated so that the identity is one of its elements: the tree begins *)
(* there. In the tree elements are places in a list of the group.             *)
(*                                                                            *)
(*        struck k z == z strikes: z < 0, or z <> 0 for signed weights        *)
(*      Cover ys == a leaf: functions of the table with weights, such that    *)
(*                     the elements that may still be added have small loads  *)
(*    Branch j ts == the j-th function spares the elements chosen, so one     *)
(*                     that it strikes is to be added; ts has a tree for each *)
(*   closed k m n table t I X == t shows that there is no set of fewer than m *)
(*                     of the places 0, ..., n - 1 which contains I, avoids X *)
(*                     and meets what each function of the table strikes      *)
(*  table_values N d es ps cs == for each c0 :: c in cs the values on es of   *)
(*                     c0 + the sum of c_i (g.a_i, b_i), for (a_i, b_i) in ps *)
(*   exhausted N S n d D k es ps cs t m == es lists the group, the identity   *)
(*                     first; ps has monomials of the class; the sums of the  *)
(*                     functions strike, and t is closed from the identity on *)

From Coq Require Import ZArith Lia.
From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From SsrMultinomials Require Import mpoly.
From Reynolds.instances Require Import claims modules numbers listing actions terms weights.
From Reynolds.instances Require Import exactness.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

(** ** Computation *)

Definition struck (k : weights) (z : Z) : bool :=
  if k is signed then ~~ (z =? 0)%BZ else (z <? 0)%BZ.

Inductive covering :=
  | Cover of seq (nat * Z)
  | Branch of nat & seq (nat * covering).

Section Closed.

Variables (k : weights) (m n : nat) (table : seq (seq Z)).
Implicit Types (I X : seq nat) (v : seq Z).

Definition strikes (j i : nat) : bool := struck k (nth 0%BZ (nth [::] table j) i).

Definition spares (j : nat) I : bool := (j < size table)%N && all (fun i => ~~ strikes j i) I.

Definition free I X := [seq i <- iota 0 n | (i \notin I) && (i \notin X)].

Definition load (ys : seq (nat * Z)) (i : nat) : Z :=
  zsum [seq if strikes y.1 i then y.2 else 0%BZ | y <- ys].

Definition covers (ys : seq (nat * Z)) I X : bool :=
  let most := foldr (fun i z => Z.max (load ys i) z) 0%BZ (free I X) in
  all (fun y => (0 <=? y.2)%BZ && spares y.1 I) ys
  && (Z.of_nat (m.-1 - size I) * most <? zsum (map snd ys))%BZ.

Fixpoint closed (t : covering) (I X : seq nat) {struct t} : bool :=
  match t with
  | Cover ys => covers ys I X
  | Branch j ts =>
      [&& spares j I, all (fun i => strikes j i ==> (i \in map fst ts)) (free I X)
        & (fix children ts X := if ts is (i, t) :: ts'
             then [&& (i < n)%N, i \notin I, closed t (i :: I) X & children ts' (i :: X)]
             else true) ts X]
  end.

End Closed.

Section Values.

Variables (N d : nat).

Definition entry_value (x : seq nat) (ab : seq nat * seq nat) : Z :=
  let t := move_term d x (ab.1, 1%BZ) in if t.1 == ab.2 then t.2 else 0%BZ.

Definition combine (c : seq Z) (row : seq Z) : Z :=
  if c is c0 :: c' then (c0 + zsum [seq (cz.1 * cz.2)%BZ | cz <- zip c' row])%BZ else 0%BZ.

Definition table_values (es : seq (seq nat)) (ps : seq (seq nat * seq nat)) (cs : seq (seq Z)) :=
  let rows := [seq [seq entry_value x ab | ab <- ps] | x <- es] in
  [seq [seq combine c row | row <- rows] | c <- cs].

End Values.

Definition exhausted (N : nat) (S : seq (seq nat)) (n d : nat) (D : seq nat) (k : weights)
    (es : seq (seq nat)) (ps : seq (seq nat * seq nat)) (cs : seq (seq Z)) (t : covering) (m : nat) : bool :=
  [&& generated N S n, moves_coordinates d N S, perm_eq es (elements N S n),
      head [::] es == identity N,
      all (fun ab => [&& size ab.1 == d, size ab.2 == d & sumn ab.1 \in D]) ps
    & let table := table_values d es ps cs in
      all (fun v => struck k (zsum v)) table && closed k m (size es) table t [:: 0%N] [::]].

(** ** Sets that meet what the functions strike *)

Section Sets.

Variables (k : weights) (m n : nat) (table : seq (seq Z)) (A : pred nat).
Hypothesis A_lt : forall i, A i -> (i < n)%N.
Hypothesis A_hit : forall j, (j < size table)%N -> exists2 i, A i & strikes k table j i.

Local Notation places := [seq i <- iota 0 n | A i].

Lemma mem_places i : (i \in places) = A i.
Proof.
rewrite mem_filter mem_iota /= add0n; apply/andP/idP => [[]//|Ai]; split=> //.
exact: A_lt.
Qed.

Lemma free_hit j I X : spares k table j I -> (forall i, i \in X -> ~~ A i) ->
  exists2 i, i \in [seq i <- free n I X | A i] & strikes k table j i.
Proof.
case/andP=> lt_j /allP spare notX; have [i Ai hit] := A_hit lt_j; exists i => //.
rewrite mem_filter Ai /free mem_filter mem_iota /= add0n (A_lt Ai) andbT.
apply/andP; split; first by apply/negP=> /spare; rewrite hit.
by apply/negP=> /notX; rewrite Ai.
Qed.

Lemma load_le ys (T : seq nat) most : all (fun i => (load k table ys i <=? most)%BZ) T ->
    all (fun y => (0 <=? y.2)%BZ && has (strikes k table y.1) T) ys ->
  (zsum (map snd ys) <= Z.of_nat (size T) * most)%BZ.
Proof.
move=> le_most hit.
have le1 : (zsum [seq load k table ys i | i <- T] <= Z.of_nat (size T) * most)%BZ.
  elim: T le_most {hit} => [|i T IHT] //; case/andP=> /Z.leb_le le_i /IHT.
  rewrite -[size (i :: T)]/(size T).+1 Nat2Z.inj_succ Z.mul_succ_l.
  rewrite -[zsum (map _ (i :: T))]/(load k table ys i + zsum [seq load k table ys i | i <- T])%BZ.
  set a := load _ _ _ _ in le_i *; set b := zsum _; set c := (_ * _)%BZ => le_b.
  rewrite Z.add_comm; exact: Z.add_le_mono.
apply: Z.le_trans le1; elim: ys hit {le_most} => [|y ys IHy] /=.
  move=> _; suff -> : zsum [seq load k table [::] i | i <- T] = 0%BZ by apply: Z.le_refl.
  by elim: T => //= i T ->.
case/andP=> /andP[/Z.leb_le y_ge0 hit_y] /IHy; set a := zsum (map _ ys) => le_a.
have -> : zsum [seq load k table (y :: ys) i | i <- T]
    = (zsum [seq if strikes k table y.1 i then y.2 else 0%BZ | i <- T]
       + zsum [seq load k table ys i | i <- T])%BZ.
  by elim: (T) => //= i T' ->; rewrite /load /=; lia.
suff : (y.2 <= zsum [seq if strikes k table y.1 i then y.2 else 0%BZ | i <- T])%BZ by lia.
have ge0 (T' : seq nat) : (0 <= zsum [seq if strikes k table y.1 i then y.2 else 0%BZ | i <- T'])%BZ.
  by elim: T' => //= i T' ge0; case: ifP => _; lia.
elim: (T) hit_y => //= i T' IHT'; have := ge0 T'.
by case: (strikes k table y.1 i) => /= [|_ /IHT']; lia.
Qed.

Lemma covers_sound ys I X : uniq I -> {in I, forall i, A i} -> (forall i, i \in X -> ~~ A i) ->
  covers k m n table ys I X -> (m <= size places)%N.
Proof.
move=> uniq_I IA notX /andP[/allP ys_ok]; set most := foldr _ _ _ => /Z.ltb_lt lt_sum.
pose T := [seq i <- free n I X | A i].
have le_most : all (fun i => (load k table ys i <=? most)%BZ) T.
  have : all (fun i => (load k table ys i <=? most)%BZ) (free n I X).
    apply/allP; rewrite /most; elim: (free n I X) => //= j F IHF i.
    rewrite inE => /predU1P[-> | /IHF/Z.leb_le le_i]; apply/Z.leb_le; first by lia.
    by apply: Z.le_trans le_i _; lia.
  by move/allP=> all_F; apply/allP=> i; rewrite mem_filter => /andP[_ /all_F].
have hit : all (fun y => (0 <=? y.2)%BZ && has (strikes k table y.1) T) ys.
  apply/allP=> y /ys_ok/andP[-> spare]; apply/hasP.
  by have [i Ti hit] := free_hit spare notX; exists i.
have le_T := load_le le_most hit.
have most_ge0 : (0 <= most)%BZ.
  by rewrite /most; elim: (free n I X) => //= i F; lia.
have lt_T : (m.-1 - size I < size T)%N.
  rewrite ltnNge; apply/negP=> le_sz.
  have : (Z.of_nat (size T) <= Z.of_nat (m.-1 - size I))%BZ by apply/Nat2Z.inj_le/ssrnat.leP.
  move=> /(Z.mul_le_mono_nonneg_r _ _ most most_ge0) le_most'.
  exact: (Z.lt_irrefl _ (Z.lt_le_trans _ _ _ lt_sum (Z.le_trans _ _ _ le_T le_most'))).
have : (size (I ++ T) <= size places)%N.
  apply: uniq_leq_size.
    rewrite cat_uniq uniq_I filter_uniq ?filter_uniq ?iota_uniq // andbT.
    apply/hasPn=> i; rewrite mem_filter mem_filter.
    by case/and3P=> _ /andP[notI _] _.
  move=> i; rewrite mem_cat mem_places; case/orP=> [/IA //|].
  by rewrite mem_filter => /andP[].
rewrite size_cat; apply: leq_trans; rewrite -leq_subLR.
move: lt_T; rewrite -subn1 -subnDA addnC subnDA subn1.
by case: (m - size I)%N.
Qed.

Lemma closed_sound t I X : uniq I -> {in I, forall i, A i} -> (forall i, i \in X -> ~~ A i) ->
  closed k m n table t I X -> (m <= size places)%N.
Proof.
move: t I X; fix IH 1 => -[ys|j ts] I X uniq_I IA notX; first exact: covers_sound.
move=> /= /and3P[spare /allP branch children].
have [i + hit] := free_hit spare notX; rewrite mem_filter => /andP[Ai free_i].
have {branch free_i hit} := implyP (branch i free_i) hit.
elim: ts X notX children => //= -[i' t] ts IHts X notX /and4P[_ notI' closed_t children].
have [Ai'|notA'] := boolP (A i').
  move=> _; apply: IH closed_t => //=; first by rewrite notI'.
  by move=> x; rewrite inE => /predU1P[->|/IA].
case/predU1P=> [eq_i|]; first by move: notA'; rewrite -[i']/(i', t).1 -eq_i Ai.
by apply: IHts children => x; rewrite inE => /predU1P[->|/notX].
Qed.

End Sets.

(** ** Exact schemes *)

Section Exact.

Variables (R : realFieldType) (gT : finGroupType) (G : {group gT}).
Variables (F : functions R gT) (dot : space F -> space F -> R).
Hypothesis EF : euclidean G dot.
Implicit Types (w : gT -> R).

Local Notation support w := [set g in G | w g != 0].

(* Pairs with w like the uniform weights.                                     *)
Definition balanced w (f : gT -> R) := #|G|%:R * (\sum_(g in G) w g * f g) = \sum_(g in G) f g.

Lemma balanced_constant w c : \sum_(g in G) w g = 1 -> balanced w (fun=> c).
Proof. by move=> sum_w; rewrite /balanced -mulr_suml sum_w mul1r sumr_const mulr_natl. Qed.

Lemma balanced_eq w f f' : f =1 f' -> balanced w f -> balanced w f'.
Proof.
rewrite /balanced => eq_f bal; transitivity (\sum_(g in G) f g); last exact: eq_bigr.
by rewrite -bal; congr (_ * _); apply: eq_bigr => g _; rewrite eq_f.
Qed.

Lemma balanced_add w f f' : balanced w f -> balanced w f' -> balanced w (fun g => f g + f' g).
Proof.
rewrite /balanced big_split /= => <- <-; rewrite -mulrDr -big_split; congr (_ * _).
by apply: eq_bigr => g _; rewrite mulrDr.
Qed.

Lemma balanced_scale w c f : balanced w f -> balanced w (fun g => c * f g).
Proof.
rewrite /balanced -mulr_sumr => <-; rewrite mulrCA; congr (_ * _).
by rewrite mulr_sumr; apply: eq_bigr => g _; rewrite mulrCA.
Qed.

Lemma balanced_entry w u v : exact G F w -> \sum_(g in G) w g = 1 -> member u ->
  balanced w (fun g => dot (act g u) v).
Proof.
move=> ex_w sum_w Fu; rewrite /balanced; pose fs := [:: (u, v)].
have fE g : pairing dot fs g = dot (act g u) v by rewrite /pairing big_seq1.
have Ffs : {in fs, forall uv, member uv.1} by move=> uv; rewrite inE => /eqP->.
have const y : y \in G ->
    \sum_(g in G) w g * dot (act g u) v = \sum_(g in G) w g * dot (act (g * y)%g u) v.
  move=> Gy; transitivity (\sum_(g in G) w g * pairing dot fs g).
    by apply: eq_bigr => g _; rewrite fE.
  by rewrite -(exact_pairing EF ex_w Ffs Gy); apply: eq_bigr => g _; rewrite fE.
rewrite mulr_natl -sumr_const; under eq_bigr => y Gy do rewrite (const y Gy).
rewrite exchange_big -[RHS]mul1r -sum_w mulr_suml; apply: eq_bigr => g Gg /=.
rewrite -mulr_sumr; congr (_ * _); rewrite [RHS](reindex_inj (mulgI g)).
by apply: eq_bigl => y; rewrite groupMl.
Qed.

(* A translate of an exact scheme has the identity as an element.             *)
Lemma exact_translate w : exact G F w -> \sum_(g in G) w g = 1 ->
  exists w', [/\ exact G F w', \sum_(g in G) w' g = 1, w' 1%g != 0, #|support w'| = #|support w|
    & {in G, forall g, 0 <= w g} -> {in G, forall g, 0 <= w' g}].
Proof.
move=> ex_w sum_w; have [h Gh nz_h] : exists2 h, h \in G & w h != 0.
  apply/exists_inP; apply: contra_eqT sum_w => /exists_inPn w0.
  by rewrite big1 1?eq_sym ?oner_neq0 // => g /w0; rewrite negbK => /eqP.
have GV : h^-1%g \in G by rewrite groupV.
exists (fun g => w (h * g)%g); split=> [f Ff||||w_ge0 g Gg].
- have -> : average G (fun g => w (h * g)%g) f = average G w (act h^-1%g f).
    rewrite /average [RHS](reindex_inj (mulgI h)) /=; apply: eq_big => [g|g Gg].
      by rewrite groupMl.
    by rewrite -(actMv EF) ?groupM // mulKg.
  by apply: ex_w; apply: (member_act EF).
- rewrite -[RHS]sum_w [RHS](reindex_inj (mulgI h)); apply: eq_bigl => g /=.
  by rewrite groupMl.
- by rewrite mulg1.
- rewrite -[RHS](card_imset _ (mulgI h^-1%g)); congr #|pred_of_set _|; apply/setP=> g.
  apply/idP/imsetP => [|[x]]; rewrite !inE.
    by case/andP=> Gg nz_g; exists (h * g)%g; rewrite ?mulKg // inE groupM.
  by case/andP=> Gx nz_x ->; rewrite mulKVg groupM.
by apply: w_ge0; rewrite groupM.
Qed.

End Exact.

(** ** Soundness *)

Section Soundness.

Variables (R : realFieldType) (N : nat) (S : seq (seq nat)) (n d : nat) (D : seq nat).
Local Notation G := (group_of N S).
Local Notation F := (polynomials R d N D).
Local Notation zr := (zr R).
Local Notation support w := [set g in G | w g != 0].

Hypothesis (gen_n : generated N S n) (sign_S : moves_coordinates d N S).

Let monomial (a : seq nat) : space F := 'X_[mono d a] : {mpoly R[d]}.
Let entry_at (ab : seq nat * seq nat) (g : 'S_N) : R := mdot (move g (monomial ab.1)) (monomial ab.2).

Lemma entry_valueE x a b : x \in elements N S n -> size a = d -> size b = d ->
  zr (entry_value d x (a, b)) = entry_at (a, b) (permutation N x).
Proof.
move=> Lx sz_a sz_b; have perm_x := elements_perm gen_n Lx.
pose t := move_term d x (a, 1%BZ).
rewrite -[entry_value d x (a, b)]/(if t.1 == b then t.2 else 0%BZ).
have sz_t : size t.1 = d by apply: (size_move_term R sign_S (a, 1%BZ) perm_x).
have move_a : move (permutation N x) 'X_[mono d a] = zr t.2 *: 'X_[mono d t.1] :> {mpoly R[d]}.
  by rewrite -(@move_mono R d N S sign_S x (a, 1%BZ)) // scale1r.
rewrite /entry_at /monomial /= move_a mdotC mdotZr mdotX mcoeffX.
have -> : (mono d t.1 == mono d b) = (t.1 == b).
  by apply/eqP/eqP=> [/mono_inj-> // | ->].
by case: eqP => _; rewrite ?mulr1 // mulr0 zr0.
Qed.

Section Lists.

Variables (es : seq (seq nat)) (ps : seq (seq nat * seq nat)).
Hypothesis es_L : perm_eq es (elements N S n).
Hypothesis ps_ok : all (fun ab => [&& size ab.1 == d, size ab.2 == d & sumn ab.1 \in D]) ps.

Let value (c : seq Z) (g : 'S_N) : R :=
  zr (head 0%BZ c) + \sum_(cz <- zip (behead c) ps) zr cz.1 * entry_at cz.2 g.

Lemma combineE c x : x \in es ->
  zr (combine c [seq entry_value d x ab | ab <- ps]) = value c (permutation N x).
Proof.
rewrite (perm_mem es_L) => Lx; rewrite /value; case: c => [|c0 c] /=; first by case: ps => *; rewrite big_nil addr0.
rewrite zrD; congr (_ + _).
rewrite zr_zsum big_map; elim: ps ps_ok c => [|[a b] ps' IHps] /= ok [|z c]; rewrite /= ?big_nil //.
case/andP: ok => /and3P[/eqP sz_a /eqP sz_b _] ok.
by rewrite !big_cons IHps // zrM entry_valueE.
Qed.

Lemma value_balanced w c : exact G F w -> \sum_(g in G) w g = 1 -> balanced G w (value c).
Proof.
move=> ex_w sum_w; have EF := polynomials_euclidean R (generated_gens gen_n) sign_S D.
apply: (balanced_add (balanced_constant _ sum_w)).
elim: ps ps_ok (behead c) => [|[a b] ps' IHps] /= ok [|z c'] /=;
  try by apply: balanced_eq (balanced_constant 0 sum_w) => g; rewrite big_nil.
case/andP: ok => /and3P[/eqP sz_a _ Da] /IHps/(_ c') bal_c'.
have Fa : member (monomial a) by move=> m; rewrite msuppX inE => /eqP->; rewrite mdeg_mono.
apply: balanced_eq (balanced_add (balanced_scale (zr z) (balanced_entry EF (monomial b) ex_w sum_w Fa)) bal_c').
by move=> g; rewrite big_cons.
Qed.

Lemma sum_listed (f : 'S_N -> R) : \sum_(g in G) f g = \sum_(x <- es) f (permutation N x).
Proof. by rewrite (sum_elements gen_n); apply/perm_big; rewrite perm_sym. Qed.

(* An element of the support where the function strikes.                      *)
Lemma strike_hit k w c (v := [seq combine c [seq entry_value d x ab | ab <- ps] | x <- es]) :
    exact G F w -> \sum_(g in G) w g = 1 -> (k <> signed -> {in G, forall g, 0 <= w g}) ->
    struck k (zsum v) ->
  exists2 i, (i < size es)%N && (w (permutation N (nth [::] es i)) != 0) & struck k (nth 0%BZ v i).
Proof.
move=> ex_w sum_w w_ge0 strike; set f := value c.
have sumE : zr (zsum v) = \sum_(g in G) f g.
  rewrite zr_zsum big_map sum_listed !big_seq; apply: eq_bigr => x; exact: combineE.
have bal : #|G|%:R * (\sum_(g in G) w g * f g) = zr (zsum v).
  by rewrite sumE; apply: value_balanced.
pose hits x := (w (permutation N x) != 0) && struck k (combine c [seq entry_value d x ab | ab <- ps]).
suff /hasP[x es_x /andP[nz_w hit]] : has hits es.
  exists (index x es); first by rewrite index_mem es_x nth_index.
  by rewrite (nth_map [::]) ?index_mem // nth_index.
apply: contraLR strike => /hasPn none.
have term0 x : x \in es -> w (permutation N x) != 0 ->
    ~~ struck k (combine c [seq entry_value d x ab | ab <- ps]).
  by move=> /none; rewrite /hits negb_and negbK => /orP[/eqP->|//]; rewrite eqxx.
have [k_signed|k_signed] : k = signed \/ k <> signed by case: (k); [right|right|left].
  rewrite k_signed /struck negbK; apply/Z.eqb_eq/(@zr_inj R).
  rewrite -bal sum_listed big_seq big1 ?mulr0 // => x es_x.
  have [-> | /(term0 x es_x)] := eqVneq (w (permutation N x)) 0; first by rewrite mul0r.
  by rewrite k_signed /struck negbK => /Z.eqb_eq c0; rewrite /f -combineE // c0 mulr0.
have -> : struck k = fun z => (z <? 0)%BZ by case: (k) k_signed.
rewrite -Z.leb_antisym; apply/Z.leb_le/Z.nlt_ge => /Z.ltb_lt/(zr_lt R).
rewrite zr0 -bal ltNge => /negP[]; rewrite mulr_ge0 ?ler0n // sum_listed big_seq.
apply: sumr_ge0 => x es_x; have Lx : x \in elements N S n by rewrite -(perm_mem es_L).
have [-> | nz_w] := eqVneq (w (permutation N x)) 0; first by rewrite mul0r.
rewrite mulr_ge0 ?w_ge0 ?(permutation_in gen_n) // /f -combineE //; apply: zr_ge0.
have := term0 x es_x nz_w; have -> : struck k = fun z => (z <? 0)%BZ by case: (k) k_signed.
by rewrite Z.leb_antisym.
Qed.

Theorem closed_size k cs t m (table := table_values d es ps cs) :
    head [::] es = identity N -> all (fun v => struck k (zsum v)) table ->
    closed k m (size es) table t [:: 0%N] [::] ->
  at_least G k (exact G F) m.
Proof.
move=> head_es /allP strike closed_t w l sch ex_w.
have EF := polynomials_euclidean R (generated_gens gen_n) sign_S D.
have [sum_w le_l] := scheme_support sch; apply: leq_trans le_l.
have [w' [ex_w' sum_w' nz1 <- w'_ge0]] := exact_translate EF ex_w sum_w.
have {w'_ge0} w'_ge0 : k <> signed -> {in G, forall g, 0 <= w' g}.
  by move=> nk; apply: w'_ge0; apply: scheme_nonnegative sch.
pose A i := (i < size es)%N && (w' (permutation N (nth [::] es i)) != 0).
have uniq_es : uniq es by rewrite (perm_uniq es_L) (elements_uniq gen_n).
have es0 : nth [::] es 0 = identity N by rewrite nth0.
have gt0 : (0 < size es)%N.
  by case: (es) es_L => // /perm_size /esym/size0nil L0; have := identity_listed N S n; rewrite L0.
have hit j : (j < size table)%N -> exists2 i, A i & strikes k table j i.
  rewrite size_map => lt_j; have lt_j' : (j < size table)%N by rewrite size_map.
  have := strike _ (mem_nth [::] lt_j'); rewrite /strikes (nth_map [::]) // -map_comp.
  exact: strike_hit.
have A0 : {in [:: 0%N], forall i, A i}.
  by move=> i; rewrite inE => /eqP->; rewrite /A gt0 es0 permutation_identity.
have A_lt i : A i -> (i < size es)%N by case/andP.
have := closed_sound A_lt hit (erefl : uniq [:: 0%N]) A0 (fun i => _) closed_t.
move=> le_m; apply: leq_trans (le_m _) _ => [i|]; first by rewrite in_nil.
pose place i := permutation N (nth [::] es i).
rewrite -(size_map place); have /card_uniqP <- : uniq (map place [seq i <- iota 0 (size es) | A i]).
  rewrite map_inj_in_uniq ?filter_uniq ?iota_uniq // => i j.
  rewrite !mem_filter => /andP[/A_lt lt_i _] /andP[/A_lt lt_j _].
  have perm_nth l' : (l' < size es)%N -> is_perm N (nth [::] es l').
    by move=> lt_l; apply: (elements_perm gen_n); rewrite -(perm_mem es_L) mem_nth.
  move=> /(permutation_inj (perm_nth i lt_i) (perm_nth j lt_j))/eqP.
  by rewrite nth_uniq // => /eqP.
apply/subset_leq_card/subsetP=> g /mapP[i]; rewrite mem_filter => /andP[/andP[lt_i nz_i] _] ->.
by rewrite inE nz_i (permutation_in gen_n) // -(perm_mem es_L) mem_nth.
Qed.

End Lists.

End Soundness.

Theorem exhausted_sound (R : realFieldType) N S n d D k es ps cs t m :
    exhausted N S n d D k es ps cs t m ->
  at_least (group_of N S) k (exact (group_of N S) (polynomials R d N D)) m.
Proof.
case/and5P=> gen_n sign_S es_L /eqP head_es /andP[ps_ok /andP[strike closed_t]].
exact: (closed_size gen_n sign_S es_L ps_ok head_es strike closed_t).
Qed.
