using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Analytics.Practice;

/// <summary>Rows as ML.NET's k-means trainer reads them: sorted, with repeats, in single precision about their means.</summary>
sealed class TrainerFeed
{
    const string Column = nameof(FeatureVector.Features);

    readonly DistinctRows _rows;
    readonly double[] _means;
    readonly IDataView _view;
    readonly int _clusters;
    readonly List<float[]> _distinct = [];

    /// <param name="rows">The rows, at least as many as there are clusters.</param>
    /// <param name="clusters">Clusters wanted, at least 1.</param>
    public TrainerFeed(DistinctRows rows, int clusters)
    {
        (_rows, _clusters) = (rows, clusters);
        _means = new double[rows.Width];
        for (var i = 0; i < rows.Count; i++)
        {
            for (var j = 0; j < _means.Length; j++)
            {
                _means[j] += rows.Weights[i] * rows.Row(i)[j];
            }
        }

        for (var j = 0; j < _means.Length; j++)
        {
            _means[j] /= rows.Total;
        }

        // The trainer ignores weights, so a row that occurs three times is there three times.
        var vectors = new List<FeatureVector>(rows.Total);
        for (var i = 0; i < rows.Count; i++)
        {
            var values = new float[_means.Length];
            for (var j = 0; j < values.Length; j++)
            {
                values[j] = (float)(rows.Row(i)[j] - _means[j]);
            }

            if (_distinct.Count <= clusters && !_distinct.Exists(other => other.AsSpan().SequenceEqual(values)))
            {
                _distinct.Add(values);
            }

            vectors.AddRange(Enumerable.Repeat(new FeatureVector { Features = values }, rows.Weights[i]));
        }

        var schema = SchemaDefinition.Create(typeof(FeatureVector));
        schema[Column].ColumnType = new VectorDataViewType(NumberDataViewType.Single, rows.Width);
        _view = new MLContext(0).Data.LoadFromEnumerable(vectors, schema);
    }

    /// <summary>Whether the rows differ enough in single precision: the trainer fails where there are more clusters than distinct rows.</summary>
    public bool Suffices => _distinct.Count >= _clusters;

    /// <summary>Where one start of the trainer ends: centres in double precision, padded as the rows; null where it finds rows too close to each other to tell apart.</summary>
    /// <param name="seed">Seed of the start.</param>
    /// <param name="iterations">Most iterations of the trainer.</param>
    public double[]? Centres(int seed, int iterations)
    {
        // One thread: with more the same seed gives different labels. The starts run beside each other instead.
        var trainer = new MLContext(seed).Clustering.Trainers.KMeans(new KMeansTrainer.Options
        {
            FeatureColumnName = Column,
            NumberOfClusters = _clusters,
            NumberOfThreads = 1,
            InitializationAlgorithm = KMeansTrainer.InitializationAlgorithm.KMeansPlusPlus,
            MaximumNumberOfIterations = iterations,
        });
        VBuffer<float>[] found = [];
        try
        {
            trainer.Fit(_view).Model.GetClusterCentroids(ref found, out _);
        }
        catch (InvalidOperationException)
        {
            // It takes rows for the same that differ by little more than nothing, such as 0 and 10⁻¹⁶.
            return null;
        }

        var centres = new double[_clusters * _rows.Stride];
        for (var cluster = 0; cluster < _clusters; cluster++)
        {
            var values = found[cluster].DenseValues().ToArray();
            for (var j = 0; j < values.Length; j++)
            {
                centres[(cluster * _rows.Stride) + j] = values[j] + _means[j];
            }
        }

        return centres;
    }
}
