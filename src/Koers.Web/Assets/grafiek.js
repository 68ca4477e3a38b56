// Charts by Apache ECharts. What a chart shows is in the table beside it; the options come along as JSON, made by the server.
const echarts = await import(`./echarts.js${new URL(import.meta.url).search}`);

const dark = matchMedia("(prefers-color-scheme: dark)");
const still = matchMedia("(prefers-reduced-motion: reduce)").matches;

/** <koers-grafiek data-opties="{…}" data-label="…"> */
class Chart extends HTMLElement {
  connectedCallback() {
    this.classList.add("koers-grafiek");
    this.setAttribute("role", "img");
    this.setAttribute("aria-label", this.dataset.label ?? "");
    this.draw();
    new ResizeObserver(() => {
      this.chart?.resize();
      this.makeRoom();
    }).observe(this);
    dark.addEventListener("change", () => this.draw());
  }
  /** A legend of several lines pushes the chart up: nothing is behind an arrow, on paper neither. */
  makeRoom() {
    const { grid, legend, series } = JSON.parse(this.dataset.opties);
    if (!legend || !grid)
      return;
    let [lines, used] = [1, 0];
    for (const name of [].concat(series).map(one => one.name).filter(Boolean)) {
      // Mark, gaps and about as much as a letter takes
      const wide = 50 + 7 * name.length;
      if (used > 0 && used + wide > this.clientWidth)
        [lines, used] = [lines + 1, 0];
      used += wide;
    }
    this.chart?.setOption({ grid: { bottom: grid.bottom + 24 * (lines - 1) } });
  }
  draw() {
    this.chart?.dispose();
    const style = getComputedStyle(this);
    this.chart = echarts.init(this, null, { renderer: "svg" });
    this.chart.setOption({
      animation: !still,
      backgroundColor: "transparent",
      color: ["#0b7a83", "#b35a00", "#5b4bb3", "#2f7d32", "#b3261e", "#6b7280", "#a0448c", "#1f6fb2"],
      textStyle: { color: style.color, fontFamily: style.fontFamily },
      // A tooltip of HTML would need styles in the page, which the content security policy forbids
      tooltip: { renderMode: "richText", trigger: "item" },
      ...JSON.parse(this.dataset.opties),
    });
    // Words along the axes and in the legend in the colour of the page, light or dark
    const words = { axisLabel: { color: style.color }, nameTextStyle: { color: style.color } };
    // Numbers as the language of the page writes them; years and names are no numbers
    const written = value => typeof value === "number" ? value.toLocaleString(document.documentElement.lang || "nl", { maximumFractionDigits: 3 }) : value;
    const axis = one => one.type === "value" || one.type === "log" ? { ...words, axisLabel: { ...words.axisLabel, formatter: written } } : words;
    const { xAxis, yAxis, legend } = JSON.parse(this.dataset.opties);
    this.chart.setOption({
      ...(xAxis ? { xAxis: [].concat(xAxis).map(axis) } : {}),
      ...(yAxis ? { yAxis: [].concat(yAxis).map(axis) } : {}),
      ...(legend ? { legend: { textStyle: { color: style.color } } } : {}),
    });
    this.makeRoom();
    this.chart.on("click", event => { if (event.data?.adres) location.assign(event.data.adres); });
  }
}
customElements.define("koers-grafiek", Chart);
