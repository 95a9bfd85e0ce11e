// Draws each chart from the table beside it, so that both say the same. Without script the tables stand alone.
(function () {
  "use strict";

  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const drawn = [];

  function rows(section) {
    return [...section.querySelectorAll("tbody tr")].map((row) => ({
      name: row.querySelector("th").textContent.trim(),
      value: Number(row.dataset.value),
      text: row.querySelector("td").textContent.trim(),
    }));
  }

  function option(shape, bars) {
    const ink = colour("--ink");
    const across = shape === "columns";
    const words = {
      type: "category",
      data: bars.map((bar) => bar.name),
      inverse: !across,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colour("--rule-strong") } },
      axisLabel: { color: ink, fontSize: 13, width: across ? undefined : 150, overflow: "break", interval: across ? "auto" : 0 },
    };
    const numbers = {
      type: "value",
      minInterval: bars.every((bar) => Number.isInteger(bar.value)) ? 1 : 0,
      axisLabel: { show: false },
      splitLine: { lineStyle: { color: colour("--rule") } },
    };
    return {
      animation: false,
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
      grid: { left: 4, right: across ? 8 : 96, top: 24, bottom: 8, containLabel: true },
      xAxis: across ? words : numbers,
      yAxis: across ? numbers : words,
      series: [{
        type: "bar",
        data: bars.map((bar) => bar.value),
        barMaxWidth: 26,
        itemStyle: { color: colour("--heat-4") },
        label: {
          show: true, position: across ? "top" : "right", color: ink, fontSize: 13,
          formatter: (point) => bars[point.dataIndex].text,
        },
      }],
    };
  }

  function draw(section) {
    const place = section.querySelector(".drawing");
    const bars = rows(section);
    if (!place || bars.length === 0) {
      return;
    }
    place.hidden = false;
    const across = place.dataset.shape === "columns";
    place.style.height = (across ? 260 : 48 + 34 * bars.length) + "px";
    const chart = window.echarts.init(place, null, { renderer: "canvas" });
    chart.setOption(option(place.dataset.shape, bars));
    drawn.push([chart, place, bars]);
  }

  function again() {
    drawn.forEach(([chart, place, bars]) => {
      chart.setOption(option(place.dataset.shape, bars));
      chart.resize();
    });
  }

  if (window.echarts) {
    document.querySelectorAll("section.chart").forEach(draw);
    window.addEventListener("resize", again);
    window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
    window.addEventListener("beforeprint", again);
  }
})();
