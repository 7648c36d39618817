using System.Collections.Immutable;

namespace CivicBot.Core;

/// <summary>
/// The delegations of a collective, as accepted (SEMANTICS 2.1). One list of members for each scope: what applies to a decision is two or three of them, which are
/// read in the members' order. Never changed, so that keeping what stood at a moment costs a reference. Expired ones stay until they are replaced or taken out.
/// </summary>
public sealed class Delegations
{
    private readonly ImmutableDictionary<Scope, Paged<Edge>> scopes;

    private Delegations(ImmutableDictionary<Scope, Paged<Edge>> scopes, long accepted) => (this.scopes, Accepted) = (scopes, accepted);

    public static Delegations Empty { get; } = new(ImmutableDictionary<Scope, Paged<Edge>>.Empty, 0);

    /// <summary>How many were ever accepted; the next one gets the number after.</summary>
    public long Accepted { get; }

    public Edge? Of(int delegator, Scope scope) => In(scope)[delegator] is { Accepted: > 0 } edge ? edge : null;

    /// <summary>What a member has delegated, widest scope first.</summary>
    public IEnumerable<KeyValuePair<Scope, Edge>> From(int delegator) =>
        from scope in InOrder
        let edge = scope.Value[delegator]
        where edge.Accepted > 0
        select KeyValuePair.Create(scope.Key, edge);

    /// <summary>What is delegated to a member, widest scope first. Walks all of them.</summary>
    public IEnumerable<(int Delegator, Scope Scope, Edge Edge)> To(int member) =>
        from scope in InOrder
        from edge in scope.Value.Taken
        where edge.Value.Delegate == member
        select (edge.Key, scope.Key, edge.Value);

    /// <summary>The edge that a decision follows at a moment: the narrowest that has not expired.</summary>
    public (Scope Scope, Edge Edge)? Active(int delegator, int? topic, DecisionId decision, DateTimeOffset at)
    {
        foreach (var scope in Scope.Of(decision, topic))
        {
            if (Of(delegator, scope) is { } edge && edge.Expires > at) return (scope, edge);
        }
        return null;
    }

    /// <summary>The same with one more accepted; it replaces what stood in its slot.</summary>
    /// <param name="to">The delegate's number, or <see cref="Edge.Nobody"/>.</param>
    public Delegations With(int delegator, Scope scope, int to, DateTimeOffset expires, bool inPerson = false) =>
        new(scopes.SetItem(scope, In(scope).With(delegator, new Edge(to, Accepted + 1, expires, inPerson))), Accepted + 1);

    /// <summary>The same delegation for longer: it is as old as it was.</summary>
    public Delegations Renewed(int delegator, Scope scope, DateTimeOffset expires) => Of(delegator, scope) is not { } edge ? this
        : new(scopes.SetItem(scope, In(scope).With(delegator, edge with { Expires = expires })), Accepted);

    public Delegations Without(int delegator, Scope scope)
    {
        var before = In(scope);
        var after = before.With(delegator, default);
        return ReferenceEquals(after, before) ? this : new(after.Count == 0 ? scopes.Remove(scope) : scopes.SetItem(scope, after), Accepted);
    }

    /// <summary>The same without a whole scope: that of a decision which has closed, say.</summary>
    public Delegations Without(Scope scope) => new(scopes.Remove(scope), Accepted);

    /// <summary>The same where two members are one: in each scope what was accepted last stays, what led to either leads to him, and what led from one to the other is gone.</summary>
    internal Delegations Merged(int stays, int goes)
    {
        var merged = this;
        foreach (var (scope, edges) in scopes)
        {
            var (own, theirs) = (edges[stays], edges[goes]);
            var kept = theirs.Accepted > own.Accepted ? theirs : own;
            var after = edges.With(goes, default).With(stays, kept);
            foreach (var (delegator, edge) in after.Taken.Where(edge => edge.Value.Delegate == goes).ToList()) after = after.With(delegator, edge with { Delegate = stays });
            if (after[stays].Accepted > 0 && after[stays].Delegate == stays) after = after.With(stays, default);
            merged = new(after.Count == 0 ? merged.scopes.Remove(scope) : merged.scopes.SetItem(scope, after), Accepted);
        }
        return merged;
    }

    /// <summary>The edges of one scope, by the number of the delegator.</summary>
    internal Paged<Edge> In(Scope scope) => scopes.GetValueOrDefault(scope) ?? Paged<Edge>.Empty;

    private IEnumerable<KeyValuePair<Scope, Paged<Edge>>> InOrder => scopes.OrderBy(scope => scope.Key.Reach).ThenBy(scope => scope.Key.Number);
}
