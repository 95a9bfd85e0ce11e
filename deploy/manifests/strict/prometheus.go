// Reads the Prometheus operator's objects of a file into its own types; an unknown field is told, and fails.
package main

import (
	"bytes"
	"fmt"
	"os"

	monitoring "github.com/prometheus-operator/prometheus-operator/pkg/apis/monitoring/v1"
	"sigs.k8s.io/yaml"
)

func main() {
	text, err := os.ReadFile(os.Args[1])
	if err != nil {
		panic(err)
	}
	read, told := 0, 0
	for _, document := range bytes.Split(text, []byte("\n---\n")) {
		var into any
		switch {
		case bytes.Contains(document, []byte("\nkind: PodMonitor")):
			into = &monitoring.PodMonitor{}
		case bytes.Contains(document, []byte("\nkind: PrometheusRule")):
			into = &monitoring.PrometheusRule{}
		default:
			continue
		}
		read++
		if err := yaml.UnmarshalStrict(document, into); err != nil {
			told++
			fmt.Println(err)
		}
	}
	fmt.Println(read, "objects read strictly,", told, "faults")
	if told > 0 {
		os.Exit(1)
	}
}
