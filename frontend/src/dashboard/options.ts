// From the data of a drawing to what ECharts is told, in the colours of the page.
import type { EChartsCoreOption } from "echarts/core";

interface Series { name: string; values: (number | null)[] }
export type Chart =
  | { kind: "heat"; x: string[]; y: string[]; cells: [number, number, number, number][]; links: Record<string, string> }
  | { kind: "bars"; names: string[]; series: Series[]; unit: string; links: Record<string, string> }
  | { kind: "columns"; names: string[]; series: Series[]; unit: string }
  | { kind: "trend"; names: string[]; lamps: (Series & { lamp: string })[]; rate: Series };

const LAMPS: Record<string, string> = { red: "#c62f2f", yellow: "#e0a100", green: "#2e8b57" };

const BESIDE = 150; // pixels for the names of the rows, beside the columns
const SLIM = 56; // pixels: in a column narrower than this a share stands above its mark, in smaller letters

function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function common(): EChartsCoreOption {
  const font = getComputedStyle(document.body).fontFamily;
  return {
    animation: false,
    textStyle: { fontFamily: font, color: colour("--ink") },
    color: [colour("--green"), colour("--gold"), "#7a8f94"],
    tooltip: {
      renderMode: "richText", confine: true, backgroundColor: colour("--sheet"), borderColor: colour("--line"),
      textStyle: { color: colour("--ink"), fontFamily: font },
    },
    legend: { top: 0, right: 0, textStyle: { color: colour("--ink") }, itemWidth: 14, itemHeight: 10 },
    grid: { left: 8, right: 24, top: 32, bottom: 8, containLabel: true },
  };
}

function axis(more: object = {}): object {
  return {
    axisLabel: { color: colour("--muted") }, axisLine: { lineStyle: { color: colour("--line") } },
    splitLine: { lineStyle: { color: colour("--line") } }, axisTick: { show: false }, ...more,
  };
}

function names(values: string[], more: object = {}): object {
  return axis({ type: "category", data: values, splitLine: { show: false }, axisLabel: { color: colour("--ink"), width: 130, overflow: "truncate" }, ...more });
}

// The line crosses bars of every colour: its labels stand on the paper of the page, in light and in dark.
function onBars(): object {
  return {
    show: true, position: "top", distance: 6, color: colour("--ink"), backgroundColor: colour("--sheet"), borderColor: colour("--line"), borderWidth: 1,
    borderRadius: 3, padding: [2, 5], formatter: (each: { value: number }) => `${each.value}%`,
  };
}

// `width` is that of the drawing, in pixels: names below a column get its room and no more.
export function optionOf(chart: Chart, width: number): EChartsCoreOption {
  const base = common();
  if (chart.kind === "heat") {
    const beside = width < 480 ? BESIDE / 2 : BESIDE;
    const column = Math.floor((width - beside) / chart.x.length) - 4;
    const slim = column < SLIM;
    const letters = slim ? { fontSize: 10, lineHeight: 12 } : {};
    return {
      ...base,
      legend: undefined,
      tooltip: {
        ...(base.tooltip as object),
        formatter: (one: { value: [number, number, number, number] }) =>
          `${chart.y[one.value[1]]}\n${chart.x[one.value[0]]}  ${one.value[2]}%${one.value[3] ? `  !${one.value[3]}` : ""}`,
      },
      grid: { left: 8, right: 8, top: 8, bottom: 48, containLabel: true },
      xAxis: names(chart.x, { axisLabel: { color: colour("--ink"), interval: 0, width: column, overflow: "break", ...letters } }),
      yAxis: names(chart.y, { inverse: true, axisLabel: { color: colour("--ink"), width: beside - 20, overflow: slim ? "break" : "truncate", ...letters } }),
      visualMap: {
        dimension: 2, min: 0, max: 100, orient: "horizontal", left: "center", bottom: 0, itemHeight: 120, itemWidth: 10, text: ["100%", "0%"],
        textStyle: { color: colour("--muted") }, inRange: { color: [colour("--red-soft"), colour("--green-soft"), "#2b7f86"] },
      },
      series: [{
        type: "heatmap", data: chart.cells.map((cell) => ({ value: cell, label: { color: (cell[2] ?? 0) > 75 ? "#fff" : colour("--ink") } })), itemStyle: { borderColor: colour("--sheet"), borderWidth: 2 },
        label: {
          show: true, ...letters,
          formatter: (one: { value: number[] }) => (one.value[3] ? `${one.value[2]}%${slim ? "\n" : "  "}!${one.value[3]}` : `${one.value[2]}%`),
        },
      }],
    };
  }
  if (chart.kind === "bars") {
    return {
      ...base,
      xAxis: axis({ type: "value", min: 0, max: (value: { max: number }) => Math.max(100, Math.ceil(value.max / 20) * 20), axisLabel: { color: colour("--muted"), formatter: "{value}%" } }),
      yAxis: names(chart.names, { inverse: true }),
      series: chart.series.map((one) => ({ type: "bar", name: one.name, data: one.values, barMaxWidth: 12, label: { show: true, position: "right", color: colour("--ink"), formatter: (each: { value: number }) => `${each.value}%` } })),
    };
  }
  if (chart.kind === "columns") {
    return {
      ...base,
      xAxis: names(chart.names), yAxis: axis({ type: "value", minInterval: 1 }),
      series: chart.series.map((one) => ({ type: "bar", name: one.name, data: one.values, barMaxWidth: 28, label: { show: true, position: "top", color: colour("--ink") } })),
    };
  }
  return {
    ...base,
    xAxis: names(chart.names),
    yAxis: [axis({ type: "value", minInterval: 1 }), axis({ type: "value", min: 0, max: 100, splitLine: { show: false }, axisLabel: { color: colour("--muted"), formatter: "{value}%" } })],
    series: [
      ...chart.lamps.map((one) => ({ type: "bar", stack: "lamps", name: one.name, data: one.values, barMaxWidth: 28, itemStyle: { color: LAMPS[one.lamp] } })),
      { type: "line", yAxisIndex: 1, name: chart.rate.name, data: chart.rate.values, symbolSize: 7, itemStyle: { color: colour("--ink") }, label: onBars(), z: 3 },
    ],
  };
}
