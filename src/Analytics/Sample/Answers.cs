namespace Analytics.Sample;

/// <summary>Makes up what a person has or answers in a year.</summary>
sealed class Answers
{
    const uint PerYear = 3; // which draw decides, a fresh draw, whether there is an answer
    const int Sexes = 3, Ages = PlantedStructure.OldestAge + 1;

    static readonly IReadOnlyList<SampledIndicator> Indicators = SampledIndicator.All;
    static readonly int Control = Place("ind_self_control_low"), Morals = Place("ind_moral_attitudes"), Friends = Place("peer_delinquent_friends"), Evenings = Place("peer_unstructured_evenings");

    readonly ulong[] thresholds; // [indicator, with planted effect or not, year, age, sex]
    readonly int[] affectedArea; // [indicator]: index of the municipality with a planted effect, or −1
    readonly ulong[] noAnswer; // [indicator, municipality]
    readonly ulong[] shared, lasting; // [indicator]
    readonly ulong[] offending = new ulong[5 * 5 * 3]; // [self-control step, morality step, exposure]
    readonly int areas;

    public Answers(SampleAreas areas, int seed)
    {
        this.areas = areas.All.Count;
        thresholds = new ulong[Indicators.Count * 2 * PlantedStructure.Years * Ages * Sexes];
        affectedArea = new int[Indicators.Count];
        noAnswer = new ulong[Indicators.Count * this.areas];
        shared = [.. Indicators.Select(x => KeyedRandom.Threshold(x.Shared))];
        lasting = [.. Indicators.Select(x => KeyedRandom.Threshold(x.Shared + x.Lasting))];
        for (var i = 0; i < Indicators.Count; i++)
        {
            var effect = PlantedStructure.MunicipalityEffects.FirstOrDefault(x => x.Indicator == Indicators[i].Id);
            affectedArea[i] = effect is null ? -1 : Enumerable.Range(0, this.areas).FirstOrDefault(a => areas.All[a].Code == effect.Municipality, -1);
            var yearly = PlantedStructure.Trends.FirstOrDefault(x => x.Indicator == Indicators[i].Id)?.YearlyFactor ?? 1;
            var trend = 1.0;
            for (var year = 0; year < PlantedStructure.Years; year++, trend *= yearly)
            {
                for (var age = Indicators[i].From; age <= Indicators[i].To; age++)
                {
                    for (var sex = 0; sex < Sexes; sex++)
                    {
                        var share = Share(Indicators[i], age, sex) * trend;
                        thresholds[At(i, 0, year, age, sex)] = KeyedRandom.Threshold(share);
                        thresholds[At(i, 1, year, age, sex)] = KeyedRandom.Threshold(Math.Min(0.97, share * (effect?.Factor ?? 1)));
                    }
                }
            }

            for (var a = 0; a < this.areas && Indicators[i].Survey; a++)
            {
                noAnswer[(i * this.areas) + a] = KeyedRandom.Threshold(Indicators[i].NoAnswer + (0.03 * KeyedRandom.Of(seed, SampleStream.NonResponse, areas.All[a].Code, Indicators[i].Id).Unit()));
            }
        }

        for (var step = 0; step < offending.Length; step++)
        {
            offending[step] = KeyedRandom.Threshold(Offending(step / 15 * 25, step / 3 % 5 * 25, step % 3));
        }
    }

    /// <summary>The planted probability of self-reported offending, to six decimals so that it is the same on every machine.</summary>
    /// <param name="control">Value of ind_self_control_low.</param>
    /// <param name="morals">Value of ind_moral_attitudes.</param>
    /// <param name="exposure">Number of exposures, 0–2.</param>
    public static double Offending(int control, int morals, int exposure)
    {
        var propensity = (((control + 100 - morals) / 2.0) - 40) / 20;
        var logit = PlantedStructure.Constant + (PlantedStructure.Propensity * propensity) + (PlantedStructure.Exposure * exposure) + (PlantedStructure.Interaction * propensity * exposure);
        return Math.Round(1 / (1 + Math.Exp(-logit)), 6);
    }

    /// <summary>Makes up all values of a year.</summary>
    /// <param name="person">The person.</param>
    /// <param name="year">The survey year.</param>
    /// <param name="values">Receives a value per indicator of <see cref="SampledIndicator.All"/>: −1 where there is no answer; untouched outside its ages.</param>
    public void Fill(in SampledPerson person, int year, Span<int> values)
    {
        var (y, age) = (year - PlantedStructure.FirstYear, year - person.BirthYear);
        var offendingExposure = 0;
        var steps = (Control: 0, Morals: 0);
        for (var i = 0; i < Indicators.Count; i++)
        {
            var indicator = Indicators[i];
            if (age < indicator.From || age > indicator.To)
            {
                continue;
            }

            var draw = SampledPerson.OwnDraws + ((uint)((i * PlantedStructure.Years) + y) * PerYear);
            var value = indicator.Kind switch
            {
                SampledKind.SelfControl => 25 * (steps.Control = ControlStep(person, draw)),
                SampledKind.Morality => 25 * (steps.Morals = MoralityStep(person, draw)),
                SampledKind.SelfReported => person.Random.At(draw) < offending[(((steps.Control * 5) + steps.Morals) * 3) + offendingExposure] ? 1 : 0,
                _ => Occurrences(person, i, y, age, draw),
            };
            offendingExposure += i == Friends || i == Evenings ? value : 0;
            values[i] = indicator.Survey && person.Random.At(draw + 2) < noAnswer[(i * areas) + person.Area] ? -1 : value;
        }
    }

    /// <summary>Indices into <see cref="SampledIndicator.All"/> of the answers that self-reported offending depends on.</summary>
    public static (int Control, int Morals, int Friends, int Evenings) Causes => (Control, Morals, Friends, Evenings);

    int Occurrences(in SampledPerson person, int i, int year, int age, uint draw)
    {
        var indicator = Indicators[i];
        var decides = person.Random.At(draw);
        var u = decides < shared[i] ? indicator.Trait == Trait.Risk ? person.Risk : person.Hardship
            : decides < lasting[i] ? person.Random.At(SampledPerson.OwnDraws + ((uint)(Indicators.Count * PlantedStructure.Years) * PerYear) + (uint)i)
            : person.Random.At(draw + 1);
        u = indicator.Protective ? ~u : u;
        var threshold = thresholds[At(i, affectedArea[i] == person.Area ? 1 : 0, year, age, person.Sex)];
        return u >= threshold ? 0 : indicator.Kind != SampledKind.Events ? 1 : u < threshold / 16 ? 3 : u < threshold / 4 ? 2 : 1;
    }

    static double Share(SampledIndicator indicator, int age, int sex)
    {
        if (age < indicator.HappensFrom || age > indicator.HappensTo)
        {
            return 0;
        }

        var along = indicator.To == indicator.From ? 0 : (age - indicator.From) / (double)(indicator.To - indicator.From);
        return (indicator.Youngest + ((indicator.Oldest - indicator.Youngest) * along)) * (sex switch { 0 => 2 - indicator.Boys, 1 => indicator.Boys, _ => 1 });
    }

    // Steps 0–4 of the self-control scale (20, 30, 25, 15 and 10 % of people) and of the morality scale (10, 10, 20, 30 and 30 %).
    // The scales are coarse so that the lowest and highest value are shared by many, as in a short questionnaire.
    static int ControlStep(in SampledPerson person, uint draw)
    {
        var z = Scale(1 - KeyedRandom.ToUnit(person.Risk), person.Random.At(SampledPerson.ControlDraw), person.Random.At(draw)) + (person.Sex == 1 ? 0.1 : person.Sex == 0 ? -0.1 : 0);
        return z < -0.84 ? 0 : z < 0 ? 1 : z < 0.67 ? 2 : z < 1.28 ? 3 : 4;
    }

    static int MoralityStep(in SampledPerson person, uint draw)
    {
        var z = Scale(KeyedRandom.ToUnit(person.Risk), person.Random.At(SampledPerson.MoralityDraw), person.Random.At(draw)) + (person.Sex == 1 ? -0.1 : person.Sex == 0 ? 0.1 : 0);
        return z < -1.28 ? 0 : z < -0.84 ? 1 : z < -0.25 ? 2 : z < 0.52 ? 3 : 4;
    }

    // Variance 1: a lasting part of trait and person (0.64) and one of the year (0.36).
    static double Scale(double trait, ulong lasting, ulong year) =>
        (0.8 * ((trait * 2) + (KeyedRandom.ToUnit(lasting) * 2) + KeyedRandom.ToUnit(KeyedRandom.Mix(lasting)) - 2.5) / 0.8660254037844386) + (0.6 * KeyedRandom.ToBell(year));

    static int At(int indicator, int effect, int year, int age, int sex) => (((((((indicator * 2) + effect) * PlantedStructure.Years) + year) * Ages) + age) * Sexes) + sex;

    static int Place(string id)
    {
        for (var i = 0; i < Indicators.Count; i++)
        {
            if (Indicators[i].Id == id)
            {
                return i;
            }
        }

        throw new InvalidOperationException($"No sampled indicator '{id}'.");
    }
}
