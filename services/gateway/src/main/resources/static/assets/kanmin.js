// Keeps the page live: hears over server-sent events which cells changed, and fetches these alone.
// Without it everything still works; the page then shows the moment at which it was opened.
(function () {
  "use strict";

  const MOST_SQUARES = 60;
  const BETWEEN = 1000; // milliseconds from one renewal to the next
  const LONGEST_PAUSE = 60000;

  class SignedOut extends Error {}

  const main = () => document.getElementById("main");
  const position = () => Number(document.getElementById("freshness").dataset.position);

  function say(state, cells) {
    const line = document.getElementById("live");
    line.dataset.state = state;
    line.textContent = cells ? line.dataset.changed.replace("{0}", cells) : line.dataset[state];
  }

  async function fetched(address) {
    const answer = await fetch(address, { headers: { Accept: "text/html" }, redirect: "manual" });
    if (answer.type === "opaqueredirect" || answer.status === 401) {
      throw new SignedOut();
    }
    if (!answer.ok) {
      const fault = new Error("answer " + answer.status);
      fault.retryAfter = 1000 * Number(answer.headers.get("Retry-After") || 0);
      throw fault;
    }
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  }

  function replace(fresh) {
    const old = document.getElementById(fresh.id);
    if (!old) {
      return false;
    }
    const focused = old.contains(document.activeElement);
    const same = old.isEqualNode(fresh);
    old.replaceWith(fresh);
    if (focused) {
      (fresh.querySelector("a") || fresh).focus();
    }
    if (!same) {
      fresh.classList.add("arrived");
    }
    return true;
  }

  // more than an address can name, or a page of another shape
  async function renewAll() {
    const fresh = (await fetched(location.href)).getElementById("main");
    main().replaceWith(fresh);
    return fresh;
  }

  async function renewSquares(cells) {
    if (cells.length > MOST_SQUARES) {
      await renewAll();
      return "";
    }
    const query = new URLSearchParams({ show: main().dataset.show, ended: main().dataset.ended });
    cells.forEach((cell) => query.append("cell", cell));
    const part = await fetched("/squares?" + query);
    document.getElementById("freshness").replaceWith(part.getElementById("freshness"));
    const squares = [...part.querySelectorAll("td")];
    if (!squares.map(replace).every(Boolean)) {
      await renewAll(); // a row that was not there before
    }
    return squares.slice(0, 3).map((square) => square.querySelector("a"))
      .filter(Boolean).map((link) => link.getAttribute("aria-label")).join(" / ");
  }

  async function renewCell(cells) {
    const country = main().dataset.cell.slice(0, 3); // "VN-"
    if (!cells.some((cell) => cell.startsWith(country))) {
      return "";
    }
    const here = cells.includes(main().dataset.cell);
    const cards = [...main().querySelectorAll(".card")].map((card) => card.textContent);
    const fresh = await renewAll();
    fresh.querySelectorAll(".card").forEach((card, at) => {
      if (card.textContent !== cards[at]) {
        card.classList.add("arrived");
      }
    });
    return here ? fresh.querySelector("h1").textContent.replace(/\s+/g, " ") : "";
  }

  let stream;
  let waiting = new Set();
  let timer = 0;
  let busy = false;
  let next = 0; // not before this moment
  let pause = BETWEEN;

  function renewSoon() {
    if (!timer && !busy && waiting.size > 0 && stream) {
      timer = setTimeout(renew, Math.max(0, next - Date.now()));
    }
  }

  async function renew() {
    timer = 0;
    busy = true;
    const cells = [...waiting];
    waiting = new Set();
    try {
      const words = main().dataset.page === "cell" ? await renewCell(cells) : await renewSquares(cells);
      say("on", words);
      pause = BETWEEN;
    } catch (fault) {
      if (fault instanceof SignedOut) {
        end();
      } else {
        cells.forEach((cell) => waiting.add(cell));
        pause = Math.max(fault.retryAfter || 0, Math.min(2 * pause, LONGEST_PAUSE));
        say("off");
      }
    }
    busy = false;
    next = Date.now() + pause;
    renewSoon();
  }

  // nothing more is asked for: whoever signed out elsewhere has left this page open
  function end() {
    stream.close();
    stream = undefined;
    say("ended");
  }

  function listen() {
    stream = new EventSource("/live?after=" + position());
    stream.addEventListener("open", () => say("on"));
    stream.addEventListener("changed", (event) => {
      JSON.parse(event.data).cells.forEach((cell) => waiting.add(cell));
      renewSoon();
    });
    stream.addEventListener("error", () => {
      if (stream && stream.readyState === EventSource.CLOSED) {
        end();
      } else if (stream) {
        say("off");
      }
    });
  }

  if (document.getElementById("live")) {
    listen();
  }
})();

// Forms: groups come and go in place, what is wrong is read first, and what was typed outlives a session.
// Without it every button still works, by loading the page anew.
(function () {
  "use strict";

  const LONGEST = 12 * 60 * 60 * 1000; // milliseconds that something typed is kept
  const NAME = "kanmin-form ";
  const form = () => document.querySelector("form[data-form]");

  function typed(of) {
    return [...new FormData(of)].filter(([name]) => /^[vi]:/.test(name));
  }

  function keep() {
    const entries = typed(form());
    try {
      sessionStorage.setItem(NAME + form().getAttribute("action"), JSON.stringify({ at: Date.now(), entries }));
    } catch (full) {
      // then it is not kept
    }
  }

  function kept() {
    try {
      const found = JSON.parse(sessionStorage.getItem(NAME + form().getAttribute("action")));
      return found && Date.now() - found.at < LONGEST ? found.entries : null;
    } catch (unreadable) {
      return null;
    }
  }

  // what the server makes of these entries, in place of the form
  async function renewed(entries, act) {
    const body = new URLSearchParams(entries);
    for (const name of ["_csrf", "key", "version"]) {
      body.set(name, form().elements[name].value);
    }
    body.set("act", act);
    const answer = await fetch(form().action, { method: "POST", body, headers: { Accept: "text/html" }, redirect: "manual" });
    const fresh = answer.ok && new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("form[data-form]");
    if (!fresh) {
      return false;
    }
    form().replaceWith(fresh);
    return true;
  }

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("form[data-form] button[name=act]");
    if (!button || button.value === "send") {
      return;
    }
    event.preventDefault();
    const [act, place] = button.value.split(":");
    const group = button.closest("fieldset.items");
    try {
      if (!(await renewed(typed(form()), button.value))) {
        throw new Error("no form");
      }
    } catch (fault) {
      button.form.requestSubmit(button); // as without script
      return;
    }
    keep();
    const now = document.getElementById(group.id);
    const items = now.querySelectorAll(":scope > fieldset.item");
    const next = act === "add" ? items[items.length - 1].querySelector("input:not([type=hidden]), select, textarea") : now;
    (next || now).focus();
  });

  document.addEventListener("input", (event) => {
    if (event.target.form && event.target.form === form()) {
      keep();
    }
  });

  document.addEventListener("submit", (event) => {
    if (event.target === form()) {
      // once is enough; the buttons work again if the page comes back from the history
      setTimeout(() => event.target.querySelectorAll("button").forEach((one) => { one.disabled = true; }));
    }
  });
  window.addEventListener("pageshow", () => document.querySelectorAll("form[data-form] button").forEach((one) => { one.disabled = false; }));

  const errors = document.getElementById("errors");
  if (errors) {
    errors.focus();
  }
  const offer = document.getElementById("typed-before");
  if (form() && offer && !errors && kept()) {
    offer.hidden = false;
    offer.querySelector("[data-restore]").addEventListener("click", async () => {
      offer.hidden = !(await renewed(kept(), "restore"));
    });
    offer.querySelector("[data-forget]").addEventListener("click", () => {
      sessionStorage.removeItem(NAME + form().getAttribute("action"));
      offer.hidden = true;
    });
  }
  const done = document.querySelector("[data-done]");
  if (done) {
    Object.keys(sessionStorage)
      .filter((name) => name.startsWith(NAME + "/commands/" + done.dataset.done))
      .forEach((name) => sessionStorage.removeItem(name));
  }
})();

// Arrow keys move through the squares of the matrix.
(function () {
  "use strict";
  const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
  document.addEventListener("keydown", (event) => {
    const square = event.target.closest(".matrix .square");
    const step = steps[event.key];
    if (!square || !step || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    const rows = [...document.querySelectorAll(".matrix tbody tr")].filter((row) => row.querySelector(".square"));
    const row = rows[rows.indexOf(square.parentElement) + step[0]];
    const squares = row ? [...row.querySelectorAll(".square")] : [];
    const at = [...square.parentElement.querySelectorAll(".square")].indexOf(square) + step[1];
    if (squares[at]) {
      event.preventDefault();
      squares[at].querySelector("a").focus();
    }
  });
})();

// On the tile map they go to the nearest square in that direction.
(function () {
  "use strict";
  const steps = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
  const place = (tile) => ["column", "row"].map((side) => Number(tile.className.match(side + "-(\\d+)")[1]));
  document.addEventListener("keydown", (event) => {
    const tile = event.target.closest(".tiles li");
    const step = steps[event.key];
    if (!tile || !step || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    const [column, row] = place(tile);
    const far = (other) => {
      const [right, down] = [place(other)[0] - column, place(other)[1] - row];
      const ahead = right * step[0] + down * step[1];
      return ahead > 0 ? ahead + 3 * Math.abs(right * step[1] + down * step[0]) : Infinity;
    };
    const nearest = [...document.querySelectorAll(".tiles li")].reduce((best, other) => (far(other) < far(best) ? other : best));
    if (far(nearest) < Infinity) {
      event.preventDefault();
      nearest.querySelector("a").focus();
    }
  });
})();

// Paper: the button does what the browser's own does.
(function () {
  "use strict";
  document.querySelectorAll("[data-print]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  });
})();
