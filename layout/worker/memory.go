package worker

import "runtime/metrics"

// memory returns what this process holds, in bytes, as the Go runtime counts it.
// The memory of WebAssembly is part of that.
func memory() uint64 {
	samples := []metrics.Sample{
		{Name: "/memory/classes/total:bytes"},
		{Name: "/memory/classes/heap/released:bytes"},
	}
	metrics.Read(samples)
	return samples[0].Value.Uint64() - samples[1].Value.Uint64()
}
