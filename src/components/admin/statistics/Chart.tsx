'use client'

import { useEffect, useRef } from 'react'

type Props = {
  /** What it shows, for who does not see it; the same numbers stand in the table beside it. */
  label: string
  days: readonly string[]
  series: readonly { name: string; values: readonly number[]; isBar?: boolean }[]
}

const height = 280

/** A picture of the trend; its library comes only where it is shown. */
export function Chart({ label, days, series }: Props) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = place.current
    if (!element) return
    let isGone = false
    let end = () => {}
    void drawing().then(({ init }) => {
      if (isGone) return
      const chart = init(element, null, { renderer: 'svg', height })
      const style = getComputedStyle(element)
      const colour = (name: string) => style.getPropertyValue(name).trim()
      const [ink, line] = [colour('--zk-soft'), colour('--theme-elevation-100')]
      chart.setOption({
        animation: false,
        // The bars as those of the first page; the line is seen on them, on white and on black.
        color: [colour('--zk-brand'), '#c8571c'],
        textStyle: { fontFamily: 'inherit', color: ink },
        grid: { left: 8, right: 16, top: 40, bottom: 8, containLabel: true },
        legend: { top: 0, left: 0, textStyle: { color: ink } },
        tooltip: { trigger: 'axis' },
        xAxis: {
          type: 'category',
          data: [...days],
          axisLabel: { color: ink, hideOverlap: true },
        },
        yAxis: {
          type: 'value',
          minInterval: 1,
          axisLabel: { color: ink },
          splitLine: { lineStyle: { color: line } },
        },
        series: series.map(({ name, values, isBar }) => ({
          ...{ name, data: [...values], symbol: 'none' },
          type: isBar ? ('bar' as const) : ('line' as const),
        })),
      })
      const watch = new ResizeObserver(() => chart.resize())
      watch.observe(element)
      end = () => {
        watch.disconnect()
        chart.dispose()
      }
    })
    return () => {
      isGone = true
      end()
    }
  }, [days, series])
  return <div ref={place} role="img" aria-label={label} className="zk-chart" />
}

async function drawing() {
  const [core, charts, components, renderers] = await Promise.all([
    import('echarts/core'),
    import('echarts/charts'),
    import('echarts/components'),
    import('echarts/renderers'),
  ])
  core.use([
    charts.BarChart,
    charts.LineChart,
    components.GridComponent,
    components.LegendComponent,
    components.TooltipComponent,
    renderers.SVGRenderer,
  ])
  return core
}
