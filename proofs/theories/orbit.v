(** * Evidence orbit (MATHEMATICS.md, 2.15)                                  *)
(*                                                                            *)
(* If the translates of one function are N linearly independent functions,    *)
(* then every exact averaging scheme has size at least N, over any field and  *)
(* for signed weights: its average of that function is a combination of at    *)
(* most size translates, and contains all N with the same coefficient.        *)
(*                                                                            *)
(*  independent_orbit rG f B p == the columns of B are linearly independent   *)
(*                        and are the translates of the function f: rG g *m f *)
(*                        is the column p g of B, and every column arises so  *)
(*     signed_basis rG B p e == rG g permutes the columns of B, which are     *)
(*                        linearly independent, up to signs: column i goes    *)
(*                        to e g i times column p g i                         *)

From mathcomp Require Import all_ssreflect all_fingroup all_algebra.
From mathcomp Require Import all_solvable all_field all_character.
From SsrMultinomials Require Import mpoly.
From Reynolds Require Import averaging polynomials.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Import GroupScope GRing.Theory.
Local Open Scope ring_scope.

(* Elements g of G are of kinds p g. If the weights of each kind have the     *)
(* same sum, there are at least as many nonzero weights as kinds.             *)
Lemma kinds_size (F : fieldType) (gT : finGroupType) (G : {group gT})
    (I : finType) (p : gT -> I) (w : gT -> F) (c : F) :
    averaging_scheme G w ->
    (forall i, \sum_(g in G | p g == i) w g = c) ->
  (#|I| <= scheme_size G w)%N.
Proof.
move=> /eqP sum_w sum_c.
have nzc : c != 0.
  apply/eqP=> c0; have /eqP := sum_w; rewrite (partition_big p predT) //=.
  by rewrite big1 1?eq_sym ?oner_eq0 // => i _; rewrite sum_c.
apply: leq_trans (leq_imset_card p (scheme_support G w)).
rewrite -cardsT; apply/subset_leq_card/subsetP=> i _; apply/imsetP.
have /existsP[g /and3P[Gg /eqP pg nzw]] :
    [exists g, [&& g \in G, p g == i & w g != 0]].
  apply: contraNT nzc; rewrite negb_exists => /forallP w0; apply/eqP.
  rewrite -(sum_c i) big1 // => g /andP[Gg pg].
  by have := w0 g; rewrite Gg pg /= negbK => /eqP.
by exists g => //; rewrite inE Gg.
Qed.

Section Orbit.

Variables (F : fieldType) (gT : finGroupType) (G : {group gT}) (n N : nat).
Variable rG : mx_representation F G n.
Implicit Types (w : gT -> F) (f : 'cV[F]_n) (B : 'M[F]_(n, N)).

Definition independent_orbit f B (p : gT -> 'I_N) :=
  [/\ row_free B^T,
      {in G, forall g, rG g *m f = col (p g) B}
    & forall i, exists2 g, g \in G & p g = i].

Lemma free_mulmx_inj B (u v : 'cV_N) : row_free B^T -> B *m u = B *m v -> u = v.
Proof.
move=> freeB /(congr1 trmx); rewrite !trmx_mul => /(row_free_inj freeB).
exact: trmx_inj.
Qed.

Lemma free_col_inj B : row_free B^T -> injective (fun i => col i B).
Proof.
move=> freeB i j; rewrite !colE => /(free_mulmx_inj freeB)/matrixP/(_ i 0).
by rewrite !mxE !eqxx /=; case: eqP => // _ /eqP; rewrite oner_eq0.
Qed.

(* Evidence *orbit*.                                                          *)
Theorem orbit_size f B (p : gT -> 'I_N) w : independent_orbit f B p ->
    averaging_scheme G w -> exact rG w ->
  (N <= scheme_size G w)%N.
Proof.
move=> [freeB trans onto] sch_w /exactP ex_w.
have move_p h g1 g2 : h \in G -> g1 \in G -> g2 \in G ->
    (p (h * g1)%g == p (h * g2)%g) = (p g1 == p g2).
  move=> Gh Gg1 Gg2; apply/eqP/eqP=> eq_p; apply: (free_col_inj freeB).
    have := congr1 (fun i => rG h^-1%g *m col i B) eq_p.
    by rewrite /= -!trans ?groupM // !mulmxA -!repr_mxM ?groupV ?groupM // !mulKg !trans.
  by rewrite -!trans ?groupM // !repr_mxM // -!mulmxA !trans // eq_p.
pose c := \col_i \sum_(g in G | p g == i) w g.
have E_col (q : gT -> 'I_N) : \sum_(g in G) w g *: col (q g) B
     = B *m (\col_i \sum_(g in G | q g == i) w g).
  under eq_bigr => g _ do rewrite colE scalemxAr.
  rewrite -mulmx_sumr; congr (_ *m _); apply/matrixP=> i j; rewrite (ord1 j) summxE mxE.
  rewrite big_mkcondr; apply: eq_bigr => g _; rewrite !mxE eqxx andbT [i == _]eq_sym.
  by case: eqP; rewrite ?mulr1 ?mulr0.
have E_f : averaging_mx rG w *m f = B *m c.
  by rewrite mul_averaging_mx -E_col; apply: eq_bigr => g Gg; rewrite trans.
have [g0 Gg0] : exists g0, g0 \in G by exists 1%g; apply: group1.
rewrite -[N]card_ord; apply: (@kinds_size _ _ _ _ p w (c (p g0) 0)) => // i.
have [g Gg def_i] := onto i; pose h := (g0 * g^-1)%g.
have Gh : h \in G by rewrite groupM ?groupV.
have /(free_mulmx_inj freeB)/matrixP/(_ (p g0) 0) : B *m c
    = B *m \col_i \sum_(x in G | p (h * x)%g == i) w x.
  rewrite -E_f -(ex_w h Gh) -mulmxA mul_averaging_mx mulmx_sumr -E_col.
  apply: eq_bigr => x Gx; rewrite -scalemxAr mulmxA -repr_mxM //.
  by rewrite (trans _ (groupM Gh Gx)).
rewrite [RHS]mxE => ->; apply: eq_bigl => x; case: (boolP (x \in G)) => //= Gx.
have -> : g0 = (h * g)%g by rewrite mulgKV.
by rewrite move_p // def_i.
Qed.

(* A basis that G permutes transitively up to sign, such that no element of G *)
(* takes the first member to its negative.                                    *)
Definition signed_basis B (p : gT -> 'I_N -> 'I_N) (e : gT -> 'I_N -> F) :=
  row_free B^T /\
  {in G, forall g i, e g i ^+ 2 = 1 /\ rG g *m col i B = e g i *: col (p g i) B}.

Theorem signed_orbit_size B p e i0 w : signed_basis B p e ->
    (forall i, exists2 g, g \in G & p g i0 = i) ->
    {in G, forall g, p g i0 = i0 -> e g i0 = 1} ->
    averaging_scheme G w -> exact rG w ->
  (N <= scheme_size G w)%N.
Proof.
move=> [freeB signB] trans consistent sch_w ex_w.
have pick_g i : {g | (g \in G) && (p g i0 == i)}.
  by apply: sigW; have [g Gg <-] := trans i; exists g; rewrite Gg eqxx.
pose s : 'rV_N := \row_i e (sval (pick_g i)) i0.
have s2 i : s 0 i * s 0 i = 1.
  rewrite mxE; case: (pick_g i) => g /= /andP[Gg _].
  by have [<- _] := signB g Gg i0; rewrite expr2.
have e_s g : g \in G -> e g i0 = s 0 (p g i0).
  move=> Gg; rewrite mxE; case: (pick_g _) => h /= /andP[Gh /eqP ph].
  have Gk : (h^-1 * g)%g \in G by rewrite groupM ?groupV.
  have [_ Bg] := signB g Gg i0; have [eh2 Bh] := signB h Gh i0.
  have [_ Bk] := signB _ Gk i0.
  have fix_k : rG (h^-1 * g)%g *m col i0 B = (e g i0 * e h i0) *: col i0 B.
    rewrite repr_mxM ?groupV // -mulmxA Bg -ph -scalemxAr -scalerA; congr (_ *: _).
    have -> : col (p h i0) B = e h i0 *: (rG h *m col i0 B).
      by rewrite Bh scalerA -expr2 eh2 scale1r.
    by rewrite -scalemxAr mulmxA -repr_mxM ?groupV // mulVg repr_mx1 mul1mx.
  have pk : p (h^-1 * g)%g i0 = i0.
    move: Bk; rewrite fix_k !colE !scalemxAr => /(free_mulmx_inj freeB).
    move/matrixP/(_ i0 0); rewrite !mxE !eqxx mulr1 /=; case: eqP => //= _.
    rewrite mulr0 => /(congr1 (fun x => x ^+ 2))/eqP; rewrite exprMn eh2 expr0n.
    by have [-> _] := signB g Gg i0; rewrite mulr1 oner_eq0.
  move: Bk; rewrite (consistent _ Gk pk) pk fix_k !colE !scalemxAr.
  move/(free_mulmx_inj freeB)/matrixP/(_ i0 0); rewrite !mxE !eqxx !mulr1 => eg.
  by rewrite -[LHS]mulr1 -eh2 expr2 mulrA eg mul1r.
have [g1 Gg1] := trans i0 => _.
apply: (@orbit_size (col i0 B) (B *m diag_mx s) (fun g => p g i0)) sch_w ex_w.
split=> // [|g Gg].
  rewrite trmx_mul tr_diag_mx -row_leq_rank.
  suffices /mulmx1_unit[_ ?] : diag_mx s *m diag_mx s = 1%:M.
    by rewrite eqmxMfull ?row_full_unit // row_leq_rank.
  apply/matrixP=> i j; rewrite mul_diag_mx !mxE; case: eqP => [->|_].
    by rewrite !mulr1n -[RHS](s2 j) mxE.
  by rewrite !mulr0n mulr0.
have [_ ->] := signB g Gg i0; rewrite e_s // [RHS]colE -mulmxA -colE.
rewrite (_ : col _ (diag_mx s) = s 0 (p g i0) *: delta_mx (p g i0) 0).
  by rewrite -scalemxAr -colE.
apply/matrixP=> i j; rewrite !mxE (ord1 j) eqxx andbT.
by case: eqP => [->|_]; rewrite ?mulr1n ?mulr1 ?mulr0n ?mulr0.
Qed.

End Orbit.

(* On polynomials: the number of different translates of one monomial.        *)
Section Monomial.

Variables (n : nat) (R : fieldType) (G : {group 'S_n}).

Definition monomial_orbit (m : 'X_{1..n}) : seq 'X_{1..n} :=
  undup [seq [multinom m (s i) | i < n] | s : 'S_n in G].

Theorem monomial_orbit_size m (w : 'S_n -> R) :
    averaging_scheme G w -> invariant G (poly_average G w 'X_[m]) ->
  (size (monomial_orbit m) <= scheme_size G w)%N.
Proof.
pose ms (s : 'S_n) := [multinom m (s i) | i < n].
move=> sch_w inv_m; set S := monomial_orbit m.
have uS : uniq S by apply: undup_uniq.
have S1 : m \in S.
  rewrite mem_undup; apply/mapP; exists 1%g; first by rewrite mem_enum group1.
  by apply/mnmP=> i; rewrite mnmE perm1.
have Sms s : s \in G -> ms s \in S.
  by move=> Gs; rewrite mem_undup; apply/mapP; exists s; rewrite ?mem_enum.
have coeff x : (poly_average G w 'X_[m])@_x = \sum_(s in G | ms s^-1%g == x) w s.
  rewrite raddf_sum big_mkcondr; apply: eq_bigr => s _ /=.
  rewrite mcoeffZ msymX mcoeffX /ms; case: eqP; by rewrite ?mulr1 ?mulr0.
pose place s : seq_sub S := insubd (SeqSub S1) (ms s^-1%g).
have placeE s x : s \in G -> (place s == x) = (ms s^-1%g == val x).
  by move=> Gs; rewrite -val_eqE /= insubdK // Sms ?groupV.
rewrite -(card_seq_sub uS).
apply: (@kinds_size _ _ _ _ place w (poly_average G w 'X_[m])@_m) => // x.
have /mapP[t] : val x \in [seq ms s | s : 'S_n in G] by rewrite -mem_undup ssvalP.
rewrite mem_enum => Gt def_x.
rewrite -[X in X@_m](inv_m t) // mcoeff_sym coeff.
apply: eq_big => [s | //]; case: (boolP (s \in G)) => //= Gs.
by rewrite placeE // def_x.
Qed.

End Monomial.
