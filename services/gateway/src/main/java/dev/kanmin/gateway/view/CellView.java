package dev.kanmin.gateway.view;

import dev.kanmin.gateway.view.ViewParts.ActivityView;
import dev.kanmin.gateway.view.ViewParts.Changed;
import dev.kanmin.gateway.view.ViewParts.Labelled;
import dev.kanmin.gateway.view.ViewParts.LeftOut;
import dev.kanmin.gateway.view.ViewParts.MissionView;
import dev.kanmin.gateway.view.ViewParts.NextDate;
import dev.kanmin.gateway.view.ViewParts.NotYetFed;
import dev.kanmin.gateway.view.ViewParts.ResponsibleView;
import dev.kanmin.gateway.view.ViewParts.Shown;
import dev.kanmin.gateway.view.ViewParts.Totals;
import java.util.List;

/**
 * A cell, in the order in which officers read it.
 *
 * @param changed rows that changed in the last 30 days, each with its latest change, latest first
 * @param nextDates from today on, soonest first
 * @param gaps needs without candidate and activities near tender without linkage; not fed yet
 * @param responsible agencies and offices, those with most work first
 * @param activities latest change first
 * @param missions latest change first
 * @param unclassified activities and missions of the country that no field could be found for
 * @param leftOut what of this cell is not shown, and why
 */
public record CellView(
    Labelled country,
    Labelled field,
    Shown<Changed> changed,
    Shown<NextDate> nextDates,
    NotYetFed gaps,
    List<ResponsibleView> responsible,
    Shown<ActivityView> activities,
    Shown<MissionView> missions,
    NotYetFed imports,
    NotYetFed regulation,
    NotYetFed outcomes,
    int unclassified,
    Totals totals,
    List<LeftOut> leftOut) {}
