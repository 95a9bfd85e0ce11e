// Keeps the page live: hears over server-sent events which cells changed, and fetches these alone.
// Without it everything still works; the page then shows the moment at which it was opened.
(function () {
  "use strict";

  const MOST_SQUARES = 60;

  const main = () => document.getElementById("main");
  const position = () => Number(document.getElementById("freshness").dataset.position);

  function say(state, cells) {
    const line = document.getElementById("live");
    line.dataset.state = state;
    line.textContent = cells ? line.dataset.changed.replace("{0}", cells) : line.dataset[state];
  }

  async function fetched(address) {
    const answer = await fetch(address, { headers: { Accept: "text/html" } });
    if (!answer.ok) {
      throw new Error("answer " + answer.status);
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
    const query = new URLSearchParams({ show: main().dataset.show });
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

  let waiting = new Set();
  let busy = false;

  async function renew() {
    if (busy || waiting.size === 0) {
      return;
    }
    busy = true;
    const cells = [...waiting];
    waiting = new Set();
    try {
      const words = main().dataset.page === "cell" ? await renewCell(cells) : await renewSquares(cells);
      say("on", words);
    } catch (fault) {
      cells.forEach((cell) => waiting.add(cell));
      say("off");
      setTimeout(renew, 2000);
    } finally {
      busy = false;
    }
    if (document.getElementById("live").dataset.state === "on") {
      renew();
    }
  }

  function listen() {
    const stream = new EventSource("/live?after=" + position());
    stream.addEventListener("open", () => say("on"));
    stream.addEventListener("changed", (event) => {
      JSON.parse(event.data).cells.forEach((cell) => waiting.add(cell));
      renew();
    });
    stream.addEventListener("error", () => say(stream.readyState === EventSource.CLOSED ? "ended" : "off"));
  }

  if (document.getElementById("live")) {
    listen();
  }
})();
