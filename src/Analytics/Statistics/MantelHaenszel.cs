namespace Analytics.Statistics;

/// <summary>Associations over strata: one ratio common to all, so that what the strata differ in is not mistaken for the exposure.</summary>
public static class MantelHaenszel
{
    /// <summary>Common odds ratio with the interval of Robins, Breslow and Greenland.</summary>
    /// <param name="strata">One table for each stratum, at least one; their order does not matter beyond rounding. A stratum with nobody exposed or unexposed,
    /// or with one outcome only, adds nothing.</param>
    /// <param name="confidence">Two-sided level as a fraction in (0, 1).</param>
    /// <returns>The ratio, above 0, and both bounds, without correction. Null where no stratum has both exposed cases and others unexposed, or none has both
    /// exposed others and cases unexposed: the ratio would be 0, infinite or undefined.</returns>
    /// <exception cref="ArgumentException">There is no stratum, a count is negative or the level is outside its range.</exception>
    /// <remarks>Source: Mantel &amp; Haenszel (1959), J. Natl. Cancer Inst. 22: 719–748; Robins, Breslow &amp; Greenland (1986), Biometrics 42: 311–323.
    /// See docs/methods/mantel-haenszel.md.</remarks>
    public static AssociationEstimate? OddsRatio(IReadOnlyList<FourfoldTable> strata, double confidence = 0.95)
    {
        var tail = Confidence.Tail(confidence);
        var (alike, unlike, both, mixed, neither) = (0.0, 0.0, 0.0, 0.0, 0.0);
        foreach (var (a, b, c, d, size) in Cells(strata))
        {
            var (agree, differ) = (a / size * d, b / size * c);
            alike += agree;
            unlike += differ;
            both += (a + d) / size * agree;
            mixed += ((a + d) / size * differ) + ((b + c) / size * agree);
            neither += (b + c) / size * differ;
        }

        return alike == 0 || unlike == 0
            ? null
            : AssociationEstimate.OfRatio(alike / unlike, ((both / alike / alike) + (mixed / alike / unlike) + (neither / unlike / unlike)) / 2, tail);
    }

    /// <summary>Common risk ratio with the interval of Greenland and Robins.</summary>
    /// <param name="strata">One table for each stratum, at least one; their order does not matter beyond rounding. A stratum with nobody exposed or unexposed,
    /// or without cases, adds nothing.</param>
    /// <param name="confidence">Two-sided level as a fraction in (0, 1).</param>
    /// <returns>The ratio, above 0, and both bounds, without correction. Null where no stratum has exposed cases beside people unexposed, none has unexposed
    /// cases beside people exposed, or everybody in such strata is a case.</returns>
    /// <exception cref="ArgumentException">There is no stratum, a count is negative or the level is outside its range.</exception>
    /// <remarks>Source: Mantel &amp; Haenszel (1959), J. Natl. Cancer Inst. 22: 719–748; Greenland &amp; Robins (1985), Biometrics 41: 55–68.
    /// See docs/methods/mantel-haenszel.md.</remarks>
    public static AssociationEstimate? RiskRatio(IReadOnlyList<FourfoldTable> strata, double confidence = 0.95)
    {
        var tail = Confidence.Tail(confidence);
        var (exposed, unexposed, variance) = (0.0, 0.0, 0.0);
        foreach (var (a, b, c, d, size) in Cells(strata))
        {
            exposed += a / size * (c + d);
            unexposed += c / size * (a + b);

            // (cases·exposed·unexposed − a·c·size)/size², multiplied out: no term is negative.
            variance += (a / size * (a + b) / size * d) + (c / size * (c + d) / size * b);
        }

        return exposed == 0 || unexposed == 0 || variance == 0
            ? null
            : AssociationEstimate.OfRatio(exposed / unexposed, variance / exposed / unexposed, tail);
    }

    /// <summary>Mantel–Haenszel test that exposure and outcome are unrelated in every stratum.</summary>
    /// <param name="strata">One table for each stratum, at least one; their order does not matter beyond rounding.</param>
    /// <param name="continuityCorrection">Whether the difference is brought ½ nearer to 0 where it is at least ½, as R does unless told otherwise.</param>
    /// <returns>Statistic: χ² on 1 degree of freedom. Without any stratum to compare in: statistic 0, p-value 1.</returns>
    /// <exception cref="ArgumentException">There is no stratum or a count is negative.</exception>
    /// <remarks>Source: Mantel &amp; Haenszel (1959), J. Natl. Cancer Inst. 22: 719–748. See docs/methods/mantel-haenszel.md.</remarks>
    public static TestResult Test(IReadOnlyList<FourfoldTable> strata, bool continuityCorrection = true)
    {
        var (difference, variance) = (0.0, 0.0);
        foreach (var (table, (a, b, c, d, size)) in strata.Zip(Cells(strata)))
        {
            // a less its expectation is (ad − bc)/size: whole numbers until the division.
            difference += (double)(((Int128)table.ExposedCases * table.UnexposedOthers) - ((Int128)table.ExposedOthers * table.UnexposedCases)) / size;
            variance += size > 1 ? (a + b) / size * (c + d) / size * (a + c) * ((b + d) / (size - 1)) : 0;
        }

        if (variance == 0)
        {
            return new TestResult(0, 1);
        }

        var distance = Math.Abs(difference);
        // A difference of a half that rounding has brought just below is still one.
        distance = continuityCorrection && distance >= 0.5 * (1 - 1e-9) ? Math.Max(0, distance - 0.5) : distance;
        var statistic = distance / variance * distance;
        return new TestResult(statistic, Probability.ChiSquareAbove(statistic, 1));
    }

    static IEnumerable<(double A, double B, double C, double D, double Size)> Cells(IReadOnlyList<FourfoldTable> strata)
    {
        if (strata.Count == 0)
        {
            throw new ArgumentException("Expected at least one stratum.", nameof(strata));
        }

        return strata.Select(stratum =>
        {
            var (a, b, c, d) = stratum.Checked();
            return ((double)a, (double)b, (double)c, (double)d, Math.Max(1, (double)a + b + c + d));
        });
    }
}
