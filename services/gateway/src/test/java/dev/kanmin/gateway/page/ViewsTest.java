package dev.kanmin.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a record has at an address of its own is a page, laid out as its schema says. */
class ViewsTest extends SignedIn {
  private static final String PLAN =
      """
      {"id": "mpl_1", "version": 3, "state": "planned", "title": {"en": "Meetings in Hanoi"}, "actions": []}""";
  private static final String TIMETABLE =
      """
      {"zone": "Asia/Ho_Chi_Minh", "venue": "Hotel", "tables": ["T1", "T2"], "days": [
         {"on": "2027-02-08", "rows": [
           {"slot": "2027-02-08T09:30", "from": "2027-02-08T02:30:00Z", "to": "2027-02-08T03:00:00Z",
            "meetings": [{"table": "T2", "company": "c1", "companyLabel": "First <Co>", "counterpart": "p1",
              "counterpartLabel": "Hospital", "interpreter": "vi-1", "pinned": false}]}]}],
       "unmet": [{"companyLabel": "Second Co", "counterpartLabel": "Hospital", "by": "company", "priority": 5,
         "reason": "never-both-there"}]}""";

  @Test
  void a_timetable_is_a_grid_of_slots_and_tables_with_what_is_unmet_and_why() {
    service.answer("GET /v1/meeting-plans/mpl_1", 200, PLAN);
    service.answer("GET /v1/meeting-plans/mpl_1/timetable", 200, TIMETABLE);

    assertThat(browser.open("/records/mpl_1?lang=en").body())
        .contains("href=\"/records/mpl_1/timetable\"", "Timetable");
    var page = browser.open("/records/mpl_1/timetable?lang=en").body();
    assertThat(page).contains("Meetings in Hanoi", ">T1</th>", ">T2</th>", ">09:30</th>");
    assertThat(page).contains("First &lt;Co&gt;", "Hospital", "vi-1");
    assertThat(page).contains("Requests without a meeting", "Second Co");
    assertThat(page).doesNotContain("[no words yet");
  }

  @Test
  void its_columns_can_be_anything_that_a_meeting_has() {
    service.answer("GET /v1/meeting-plans/mpl_1", 200, PLAN);
    service.answer("GET /v1/meeting-plans/mpl_1/timetable", 200, TIMETABLE);

    var page = browser.open("/records/mpl_1/timetable?lang=en&by=interpreter").body();
    assertThat(page).contains(">vi-1</th>", "<div>T2</div>", "<div>Hospital</div>");
    assertThat(page).doesNotContain(">T1</th>");
    assertThat(browser.open("/records/mpl_1/timetable?lang=en&by=nothing").body())
        .contains(">T1</th>");
  }

  @Test
  void who_may_not_see_it_is_told_so_and_what_is_not_there_is_not_found() {
    service.answer("GET /v1/meeting-plans/mpl_1", 200, PLAN);
    service.answer(
        "GET /v1/meeting-plans/mpl_1/timetable",
        403,
        """
        {"type": "https://kanmin.dev/problems/not-your-meeting-plan", "detail": "For its agencies."}""");

    var page = browser.open("/records/mpl_1/timetable?lang=ja");
    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body()).contains("表示できません", "href=\"/records/mpl_1\"");
    assertThat(browser.open("/records/mpl_1/nothing").statusCode()).isEqualTo(404);
  }
}
