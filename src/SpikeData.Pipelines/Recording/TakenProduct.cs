using System.Text.Json.Nodes;

namespace SpikeData.Pipelines;

/// <summary>A product of a clip that another recording made, and whose files lie in a draft by a second name.</summary>
/// <param name="Kind">The product's kind.</param>
/// <param name="Donor">The clip of the store that has it.</param>
/// <param name="Files">Its files, sidecars included.</param>
sealed record TakenProduct(string Kind, StoredClip Donor, IReadOnlyList<StoredFile> Files)
{
    /// <summary>What the donor says of the product.</summary>
    public JsonNode? Facts => Donor.Facts[Kind];

    /// <summary>What the donor says of the clip, which is true of all that share its source and its stages from clip to clip.</summary>
    public IEnumerable<KeyValuePair<string, JsonNode?>> ClipFacts => Donor.Facts.Where(fact => !Donor.Products!.ContainsKey(fact.Key));
}
