namespace Analytics.Statistics;

/// <summary>Likelihood of a logistic regression on predictors moved to mean 0 and scaled to variance 1, which makes its equations well-conditioned.</summary>
sealed class LogisticLikelihood
{
    readonly double[][] _rows;
    readonly IReadOnlyList<long> _cases;
    readonly IReadOnlyList<long> _trials;
    readonly double[] _means;
    readonly double[] _scales;

    /// <summary>Likelihood of counts given predictors.</summary>
    /// <param name="rows">Predictors of each row, without intercept.</param>
    /// <param name="cases">Cases of each row.</param>
    /// <param name="trials">Trials of each row.</param>
    public LogisticLikelihood(IReadOnlyList<IReadOnlyList<double>> rows, IReadOnlyList<long> cases, IReadOnlyList<long> trials)
    {
        (_cases, _trials) = (cases, trials);
        Cases = cases.Sum();
        Trials = trials.Sum();
        Width = rows[0].Count + 1;
        _means = [.. Enumerable.Range(0, Width - 1).Select(j => Enumerable.Range(0, rows.Count).Sum(i => (double)trials[i] / Trials * rows[i][j]))];
        _scales = [.. _means.Select((mean, j) => Math.Sqrt(Enumerable.Range(0, rows.Count).Sum(i => (double)trials[i] / Trials * Square(rows[i][j] - mean))))];
        IsConstant = _scales.Where((scale, j) => scale <= 1e-12 * rows.Max(row => Math.Abs(row[j]))).Any();
        _rows = [.. rows.Select(row => row.Select((x, j) => (x - _means[j]) / _scales[j]).Prepend(1).ToArray())];
    }

    public long Cases { get; }

    public long Trials { get; }

    /// <summary>Coefficients, with the intercept.</summary>
    public int Width { get; }

    /// <summary>Whether a predictor does not vary.</summary>
    public bool IsConstant { get; }

    /// <summary>Sum of squares and products of the predictors over trials.</summary>
    public double[,] Products()
    {
        var products = new double[Width, Width];
        for (var i = 0; i < _rows.Length; i++)
        {
            Add(products, _rows[i], _trials[i]);
        }

        return products;
    }

    /// <summary>Gradient and information at scaled coefficients.</summary>
    public (double[] Score, double[,] Information) Derivatives(double[] scaled)
    {
        var (score, information) = (new double[Width], new double[Width, Width]);
        for (var i = 0; i < _rows.Length; i++)
        {
            var (p, q) = Shares(_rows[i], scaled);
            var residual = Residual(i, p, q);
            for (var j = 0; j < Width; j++)
            {
                score[j] += residual * _rows[i][j];
            }

            Add(information, _rows[i], _trials[i] * p * q);
        }

        return (score, information);
    }

    /// <summary>Deviance at scaled coefficients. No difference of large logarithms: 10⁹ trials lose no digits.</summary>
    public double Deviance(double[] scaled)
    {
        var sum = 0.0;
        for (var i = 0; i < _rows.Length; i++)
        {
            var (p, q) = Shares(_rows[i], scaled);
            var residual = Residual(i, p, q);
            sum -= Part(_cases[i], -residual) + Part(_trials[i] - _cases[i], residual);
        }

        return 2 * sum;
    }

    /// <summary>Log-likelihood of the saturated model: ln of the binomial probability of each row at its own share.</summary>
    public double Saturated() => _cases.Zip(_trials, (x, n) => x == 0 || x == n ? 0
        : (0.5 * Math.Log(n / (2 * Math.PI) / x / (n - x))) + Stirling.Remainder(n) - Stirling.Remainder(x) - Stirling.Remainder(n - x)).Sum();

    /// <summary>Coefficients per unit of the predictors.</summary>
    public double[] Unscale(IReadOnlyList<double> scaled)
    {
        double[] coefficients = [scaled[0], .. _scales.Select((scale, j) => scaled[j + 1] / scale)];
        coefficients[0] -= _means.Select((mean, j) => mean * coefficients[j + 1]).Sum();
        return coefficients;
    }

    /// <summary>Covariance per unit of the predictors.</summary>
    public double[][] Covariance(Cholesky information)
    {
        // Rows of the map from scaled to unscaled coefficients, then map · inverse · mapᵀ.
        var columns = Enumerable.Range(0, Width).Select(k => Unscale([.. Enumerable.Range(0, Width).Select(j => j == k ? 1.0 : 0)])).ToArray();
        var map = Enumerable.Range(0, Width).Select(i => columns.Select(column => column[i]).ToArray()).ToArray();
        var solved = map.Select(information.Solve).ToArray();
        return [.. map.Select((_, i) => map.Select((_, j) => Product(map[Math.Max(i, j)], solved[Math.Min(i, j)])).ToArray())];
    }

    static (double Share, double Others) Shares(double[] row, double[] scaled)
    {
        var y = Product(row, scaled);
        return (BetaTail.Share(y), BetaTail.Share(-y));
    }

    // cases − trials·p, without taking a difference of equals when all or none are cases.
    double Residual(int i, double p, double q) => (_cases[i] * q) - ((_trials[i] - _cases[i]) * p);

    /// <summary>count·ln(expected/count) − excess, where expected is count + excess. The excesses of cases and others cancel.</summary>
    static double Part(double count, double excess) => count == 0 ? -excess : count * Elementary.LogOnePlusLess(excess / count);

    static void Add(double[,] sum, double[] row, double weight)
    {
        for (var j = 0; j < row.Length; j++)
        {
            for (var k = 0; k <= j; k++)
            {
                sum[j, k] += weight * row[j] * row[k];
            }
        }
    }

    static double Product(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var j = 0; j < a.Length; j++)
        {
            sum += a[j] * b[j];
        }

        return sum;
    }

    static double Square(double value) => value * value;
}
