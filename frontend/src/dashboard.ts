// Drawings of the dashboards. Each has its data in a JSON element beside it and the same as a table below.
// Canvas only, and hints as text: the content policy allows no style in HTML that a script writes.
import { BarChart, HeatmapChart, LineChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent, VisualMapComponent } from "echarts/components";
import * as echarts from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { optionOf, type Chart } from "./dashboard/options";
import "./styles/dashboard.css";

echarts.use([BarChart, HeatmapChart, LineChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, VisualMapComponent, CanvasRenderer]);

const drawn: { element: HTMLElement; chart: Chart; instance: echarts.ECharts }[] = [];

function draw(element: HTMLElement): void {
  const source = document.getElementById(element.dataset.chart ?? "");
  if (!source?.textContent) return;
  const chart = JSON.parse(source.textContent) as Chart;
  if (chart.kind === "heat" || chart.kind === "bars") {
    const rows = chart.kind === "heat" ? chart.y.length : chart.names.length;
    element.style.height = `${Math.min(60, Math.max(12, rows * 1.75 + 6))}rem`;
  }
  const instance = echarts.init(element, undefined, { renderer: "canvas" });
  instance.setOption(optionOf(chart, element.clientWidth));
  instance.on("click", (event) => {
    const links = "links" in chart ? chart.links : undefined;
    const name = chart.kind === "heat" ? chart.y[(event.value as number[])[1] ?? -1] : event.name;
    const target = name === undefined ? undefined : links?.[name];
    if (target) window.location.assign(target);
  });
  drawn.push({ element, chart, instance });
}

document.querySelectorAll<HTMLElement>("[data-chart]").forEach(draw);
window.addEventListener("resize", () => drawn.forEach((one) => {
  one.instance.resize();
  one.instance.setOption(optionOf(one.chart, one.element.clientWidth));
}));
window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  drawn.forEach((one) => one.instance.setOption(optionOf(one.chart, one.element.clientWidth), true));
});
