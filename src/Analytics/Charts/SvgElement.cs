using System.Globalization;
using System.Xml.Linq;

namespace Analytics.Charts;

/// <summary>Makes ScottPlot's SVG document fit to stand inside a page beside others.</summary>
/// <remarks>
/// Skia gives every mark its own clip path with a running id, so the bytes would differ from picture to picture and ids would collide in a page;
/// marks here never leave the sheet, so the clips go. Skia would place text glyph by glyph with the server's font; here a text is one string at its
/// anchor in the theme's fonts, so that it looks right with the reader's own.
/// </remarks>
static class SvgElement
{
    static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>The sheet as one svg element with a text alternative.</summary>
    public static string Of(Sheet sheet, string alternative)
    {
        var drawn = XDocument.Parse(sheet.ToScottPlotSvg()).Root!;
        var element = new XElement(
            Svg + "svg",
            new XAttribute("viewBox", Invariant($"0 0 {sheet.Width} {sheet.Height}")),
            new XAttribute("width", sheet.Width),
            new XAttribute("height", sheet.Height),
            new XAttribute("role", "img"),
            new XAttribute("aria-label", alternative),
            new XAttribute("font-family", Theme.FontFamily),
            new XElement(Svg + "title", alternative),
            Marks(drawn).Select(Clean),
            sheet.Texts.Select(TextOf));
        return element.ToString(SaveOptions.DisableFormatting);
    }

    static IEnumerable<XElement> Marks(XElement parent) => parent.Elements().SelectMany(element => element.Name.LocalName switch
    {
        "clipPath" or "defs" => [],
        "g" => Marks(element),
        _ => (IEnumerable<XElement>)[element],
    });

    static XElement Clean(XElement mark) => new(mark.Name, mark.Attributes().Where(x => x.Name.LocalName != "stroke-miterlimit"));

    static XElement TextOf(SheetText text) => new(
        Svg + "text",
        new XAttribute("x", Number(text.X)),
        new XAttribute("y", Number(text.Y)),
        new XAttribute("dy", "0.35em"),
        new XAttribute("font-size", text.Size),
        text.Bold ? new XAttribute("font-weight", "600") : null,
        text.Anchor == TextAnchor.Start ? null : new XAttribute("text-anchor", text.Anchor == TextAnchor.Middle ? "middle" : "end"),
        text.Turned ? new XAttribute("transform", Invariant($"rotate(-90 {Number(text.X)} {Number(text.Y)})")) : null,
        new XAttribute("fill", text.Colour),
        text.Content);

    static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
