package dev.kanmin.gateway.view;

import dev.kanmin.gateway.view.ViewParts.Changed;
import dev.kanmin.gateway.view.ViewParts.Labelled;
import dev.kanmin.gateway.view.ViewParts.LeftOut;
import dev.kanmin.gateway.view.ViewParts.NextDate;
import dev.kanmin.gateway.view.ViewParts.ResponsibleView;
import dev.kanmin.gateway.view.ViewParts.Section;
import dev.kanmin.gateway.view.ViewParts.Shown;
import dev.kanmin.gateway.view.ViewParts.ToDoView;
import dev.kanmin.gateway.view.ViewParts.Totals;
import java.util.List;

/**
 * A cell, in the order in which officers read it.
 *
 * @param changed subjects that changed in the last 30 days, each with its latest change, latest
 *     first
 * @param nextDates expected of live subjects: overdue ones first, then the soonest
 * @param gaps what is missing, by rules
 * @param responsible agencies and offices, those with most live work first
 * @param sections of each kind of which there is something
 * @param unclassified subjects of the country that no field could be found for
 * @param leftOut what of this cell is not shown, and why
 */
public record CellView(
    Labelled country,
    Labelled field,
    Shown<Changed> changed,
    Shown<NextDate> nextDates,
    Shown<ToDoView> gaps,
    List<ResponsibleView> responsible,
    List<Section> sections,
    Totals totals,
    int unclassified,
    List<LeftOut> leftOut) {}
