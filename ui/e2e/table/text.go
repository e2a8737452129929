package main

import (
	"cmp"
	"fmt"
	"os"
	"runtime"
	"slices"
	"strings"
	"time"
)

// text writes the answers as a table, smallest web first.
func text(answers []answer, machine string) string {
	var b strings.Builder
	b.WriteString("Measured by `make bench` on " + machine + ". A frame lasts as long as 95 of 100 do; beside it\n" +
		"how many times as long as one of the same window that shows nothing but a moving rectangle, in the same run. A step goes to the next\n" +
		"event of the timeline, until a frame shows it.\n\n" +
		"| parties / ties | first picture: new · known | layout | base | pan | zoom | own work: pan · zoom | hover | step: middle · worst | memory: map · then days |\n" +
		"|---|---|---|---|---|---|---|---|---|---|\n")
	for _, pair := range pairs(answers) {
		first, again := pair[0], pair[1]
		fmt.Fprintf(&b, "| %s / %s | %s · %s | %s | %s | %s | %s | %s · %s | %s | %s · %s | %.0f MB · %.0f MB |\n",
			thousands(again.Parties), thousands(again.Ties), duration(first.FirstFrame), duration(again.FirstFrame),
			duration(first.Layout), duration(again.Base.P95), ratio(again.Pan, again.Base), ratio(again.Zoom, again.Base),
			duration(again.PanWork.P95), duration(again.ZoomWork.P95), duration(again.Hover.P95), duration(again.Step.P50), duration(again.Step.Max), max(first.MapPeak, again.MapPeak), max(first.Peak, again.Peak))
	}
	return b.String()
}

// pairs puts the first and the last answer of each dataset together.
func pairs(answers []answer) [][2]answer {
	var out [][2]answer
	for _, a := range answers {
		i := slices.IndexFunc(out, func(p [2]answer) bool { return p[0].Parties == a.Parties && p[0].Ties == a.Ties })
		if i < 0 {
			out = append(out, [2]answer{a, a})
			continue
		}
		out[i][1] = a
	}
	slices.SortFunc(out, func(a, b [2]answer) int { return cmp.Compare(a[0].Ties, b[0].Ties) })
	return out
}

// duration writes milliseconds with two digits that count.
func duration(ms float64) string {
	switch {
	case ms >= 1000:
		return fmt.Sprintf("%.1f s", ms/1000)
	case ms >= 10:
		return fmt.Sprintf("%.0f ms", ms)
	default:
		return fmt.Sprintf("%.1f ms", ms)
	}
}

func ratio(s, base spread) string {
	if base.P95 == 0 {
		return duration(s.P95)
	}
	return fmt.Sprintf("%s (%.1f×)", duration(s.P95), s.P95/base.P95)
}

func thousands(n int) string {
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%s,%03d", thousands(n/1000), n%1000)
}

// thisMachine describes where it was measured.
func thisMachine(renderer string) string {
	parts := []string{fmt.Sprintf("%d processors", runtime.NumCPU())}
	if name := field("/proc/cpuinfo", "model name"); name != "" {
		parts[0] += " (" + name + ")"
	}
	if memory := field("/proc/meminfo", "MemTotal"); memory != "" {
		var kb float64
		if n, _ := fmt.Sscanf(memory, "%g kB", &kb); n == 1 {
			parts = append(parts, fmt.Sprintf("%.0f GB of memory", kb/1e6))
		}
	}
	if system := field("/etc/os-release", "PRETTY_NAME"); system != "" {
		parts = append(parts, strings.Trim(system, `"`))
	}
	return strings.Join(append(parts, runtime.Version(), renderer, "on "+time.Now().Format("2 January 2006")), ", ")
}

// field finds a value in a file of names and values; "" when there is none.
func field(path, name string) string {
	content, err := os.ReadFile(path)
	if err != nil {
		return ""
	}
	for line := range strings.Lines(string(content)) {
		at := strings.IndexAny(line, ":=")
		if at > 0 && strings.TrimSpace(line[:at]) == name {
			return strings.TrimSpace(line[at+1:])
		}
	}
	return ""
}
