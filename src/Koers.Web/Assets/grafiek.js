// Charts by Apache ECharts. What a chart shows is in the table beside it; the options come along as JSON, made by the server.
const echarts = await import(`./echarts.js${new URL(import.meta.url).search}`);

const dark = matchMedia("(prefers-color-scheme: dark)");
const still = matchMedia("(prefers-reduced-motion: reduce)").matches;

// As wide as high, so that shapes in the legend are those of the drawing
const mark = 14;

/** <koers-grafiek data-opties="{…}" data-label="…"> */
class Chart extends HTMLElement {
  connectedCallback() {
    this.classList.add("koers-grafiek");
    this.setAttribute("role", "img");
    this.setAttribute("aria-label", this.dataset.label ?? "");
    this.draw();
    new ResizeObserver(() => {
      // Its height is what makes room; only another width asks for that again
      if (this.clientWidth === this.drawnWidth) return;
      this.drawnWidth = this.clientWidth;
      this.chart?.resize();
      this.makeRoom();
    }).observe(this);
    dark.addEventListener("change", () => this.draw());
  }
  /** A legend of several lines makes the whole higher, so that the drawing itself keeps its height: nothing is behind an arrow, on paper neither. */
  makeRoom() {
    const { grid, legend, series, yAxis } = JSON.parse(this.dataset.opties);
    // Beside names as wide as a telephone there is no room for bars
    if (yAxis?.type === "category") {
      const [isNarrow, width] = [this.clientWidth < 480, this.clientWidth * 0.4];
      const lines = isNarrow ? (yAxis.data ?? []).reduce((sum, name) => sum + Math.ceil(this.widthOf(name) / width) + 1, 0) : 0;
      this.style.blockSize = lines > 0 ? `max(22rem, ${14 * lines + 40}px)` : "";
      this.chart?.setOption({ yAxis: { axisLabel: isNarrow ? { width, overflow: "break", lineHeight: 14 } : yAxis.axisLabel ?? {} } });
      this.chart?.resize();
    }
    if (!legend || !grid)
      return;
    const names = [].concat(series).map(one => one.name).filter(Boolean);
    const widths = names.map(name => this.widthOf(name));
    // Mark and gaps; a name that is wider than all there is, breaks, and then every name has a line of its own
    const [besides, room] = [mark + 15, this.clientWidth - 10];
    const breaks = Math.max(...widths) + besides > room;
    let [lines, used] = [1, 0];
    if (breaks) lines = widths.reduce((sum, width) => sum + Math.ceil(width / (room - besides)), 0);
    else for (const width of widths) {
      if (used > 0 && used + width + besides > room)
        [lines, used] = [lines + 1, 0];
      used += width + besides;
    }
    const more = 24 * (lines - 1);
    this.style.blockSize = more > 0 ? `calc(22rem + ${more}px)` : "";
    this.chart?.setOption({
      grid: { bottom: grid.bottom + more },
      legend: { textStyle: breaks ? { width: room - besides, overflow: "break", lineHeight: 14 } : { width: null, overflow: "none" } },
    });
    this.chart?.resize();
  }
  widthOf(text) {
    this.pen ??= document.createElement("canvas").getContext("2d");
    this.pen.font = `12px ${getComputedStyle(this).fontFamily}`;
    return this.pen.measureText(text).width;
  }
  draw() {
    this.chart?.dispose();
    const style = getComputedStyle(this);
    this.chart = echarts.init(this, null, { renderer: "svg" });
    this.chart.setOption({
      animation: !still,
      backgroundColor: "transparent",
      color: dark.matches ? ["#4fb3bd", "#e09a4f", "#a396f0", "#6fc274", "#f08a80", "#b6bdc8", "#d98bd0", "#7ab8ee"] : ["#0b7a83", "#b35a00", "#5b4bb3", "#2f7d32", "#b3261e", "#6b7280", "#a0448c", "#1f6fb2"],
      textStyle: { color: style.color, fontFamily: style.fontFamily },
      // A tooltip of HTML would need styles in the page, which the content security policy forbids
      tooltip: { renderMode: "richText", trigger: "item" },
      ...JSON.parse(this.dataset.opties),
    });
    // Words along the axes and in the legend in the colour of the page, light or dark
    const line = { lineStyle: { color: style.getPropertyValue("--koers-lijn").trim() } };
    const words = { axisLabel: { color: style.color }, nameTextStyle: { color: style.color }, splitLine: line };
    // Numbers as the language of the page writes them; years and names are no numbers
    const written = value => typeof value === "number" ? value.toLocaleString(document.documentElement.lang || "nl", { maximumFractionDigits: 3 }) : value;
    const axis = one => one.type === "value" || one.type === "log" ? { ...words, axisLabel: { ...words.axisLabel, formatter: written } } : { ...words, splitLine: one.splitLine };
    const { xAxis, yAxis, legend } = JSON.parse(this.dataset.opties);
    this.chart.setOption({
      // A sign behind an axis stands close to it, or it is cut off
      ...(xAxis ? { xAxis: [].concat(xAxis).map(one => ({ ...axis(one), nameGap: one.nameGap ?? 6 })) } : {}),
      ...(yAxis ? { yAxis: [].concat(yAxis).map(axis) } : {}),
      ...(legend ? { legend: { itemWidth: mark, textStyle: { color: style.color } } } : {}),
    });
    this.makeRoom();
    this.chart.on("click", event => { if (event.data?.adres) location.assign(event.data.adres); });
  }
}
customElements.define("koers-grafiek", Chart);
