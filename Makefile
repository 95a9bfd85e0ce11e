# What this project can be told to do: make help

.DEFAULT_GOAL := help
.PHONY: help run stop status token env demo-data build mongod test faults fuzz bench scale check manifests k8s-check fix clean-data clean

DATA := $(or $(KANMIN_DATA),.data)

# Looked for only when a target needs it, so that make help works everywhere.
JDK = $(eval JDK := $(shell deploy/local/find-jdk))$(or $(JDK),$(error no JDK 25, see above))
MAVEN = $(eval MAVEN := $(shell command -v mvn))$(or $(MAVEN),$(error Kanmin is built with Maven: install it, or put mvn on the PATH))
MVN = JAVA_HOME='$(JDK)' MAVEN_OPTS='$(or $(MAVEN_OPTS),-Xmx1g -XX:+UseSerialGC)' '$(MAVEN)' -B -ntp
# Says what is wrong, nothing else; with -q it would hide the warnings that it fails for.
MVN_QUIETLY = $(MVN) -Dorg.slf4j.simpleLogger.defaultLogLevel=warn

LAUNCHER_JAVA = '$(JDK)/bin/java' -Xmx96m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
  -cp 'deploy/local/target/local-0.1.0-SNAPSHOT.jar:deploy/local/target/lib/*'
LAUNCHER = $(LAUNCHER_JAVA) dev.kanmin.local.Launcher

BENCH_JAVA = '$(JDK)/bin/java' -Xmx512m -XX:+UseSerialGC \
  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
  -cp 'deploy/bench/target/bench-0.1.0-SNAPSHOT.jar:deploy/bench/target/lib/*'

# Everything that goes into the programs; folders too, so that a deleted file counts as a change.
BUILT := deploy/local/target/built
SOURCES = $(shell find platform-bom services deploy \( -name target -o -path '*/src/test' -o -path 'deploy/bench*' \) -prune -o \
  \( -path '*/src/*' -o -name pom.xml \) -print) pom.xml

BENCH_BUILT := deploy/bench/target/built
BENCH_SOURCES = $(shell find deploy/bench deploy/bench-peers \( -name target -o -path '*/src/test' \) -prune -o \
  \( -path '*/src/*' -o -name pom.xml \) -print)

help: ## say what there is
	@sed -n 's/^\([a-z0-9-]*\):.*## /  make \1|/p' Makefile | awk -F'|' '{ printf "%-18s %s\n", $$1, $$2 }'

run: $(BUILT) ## build what has changed and start everything
	@KANMIN_CLASS_CACHE=$${KANMIN_CLASS_CACHE-train} exec $(LAUNCHER) run

stop: ## stop what make run has started
	@test ! -e '$(DATA)/run.json' || $(LAUNCHER) stop

status: ## what runs, where, with how much memory
	@$(LAUNCHER) status

token: ## print a token, for example: make -s token AGENCY=jica
	@$(LAUNCHER) token '$(AGENCY)'

env: ## print the addresses of the run as shell exports
	@$(LAUNCHER) env

demo-data: ## fill the running system with sample data, through the public API
	@$(LAUNCHER) demo-data

build: $(BUILT) ## build the programs without testing them

$(BUILT): $(SOURCES)
	@echo 'kanmin: building what has changed; the first time takes some minutes' >&2
	@$(MVN_QUIETLY) package -Dmaven.test.skip=true -pl '!:bench,!:bench-peers,!:proof'
	@touch $@

mongod: $(BUILT) ## fetch a real mongod for this machine, once
	@$(LAUNCHER) mongod

test: $(BUILT) ## run all tests and print one closing table
	@$(LAUNCHER) mongod || true
	@find platform-bom services deploy -path '*/target/surefire-reports' -prune -exec rm -rf {} +
	@find platform-bom services deploy \( -path '*/target/kanmin-test-stores.txt' -o \
	  -path '*/target/kanmin-not-run.txt' -o -path '*/target/proof-results.txt' \) -delete
	@began=$$(date +%s); \
	$(MVN) verify -Dmaven.test.failure.ignore=true -Dmaven.test.redirectTestOutputToFile=true; built=$$?; \
	cat deploy/proof/target/proof-results.txt 2>/dev/null; \
	$(LAUNCHER_JAVA) dev.kanmin.local.TestSummary $$(( $$(date +%s) - began )) && exit $$built

faults: $(BUILT) ## hurt everything that can fail: ONLY=PoisonTest one way, FULL=1 for hours, SEED=… as then
	@$(LAUNCHER) mongod || true
	@find platform-bom services deploy -path '*/target/surefire-reports' -prune -exec rm -rf {} +
	@find platform-bom services deploy \( -path '*/target/faults-results.txt' -o \
	  -path '*/target/kanmin-not-run.txt' \) -delete
	@began=$$(date +%s); \
	$(MVN) test -Pfaults $(if $(ONLY)$(FULL),-DexcludedGroups=none) -Dmaven.test.failure.ignore=true -Dmaven.test.redirectTestOutputToFile=true \
	  $(if $(FULL),-Dkanmin.faults.full=true) $(if $(SEED),-Dkanmin.faults.seed='$(SEED)') \
	  $(if $(ONLY),-Dtest='$(ONLY)' -Dsurefire.failIfNoSpecifiedTests=false); tested=$$?; \
	$(LAUNCHER_JAVA) dev.kanmin.local.FaultSummary $$(( $$(date +%s) - began )) && exit $$tested

$(BENCH_BUILT): $(BUILT) $(BENCH_SOURCES)
	@$(MVN_QUIETLY) package -Dmaven.test.skip=true -pl :bench-peers -am >&2
	@touch $@

fuzz: $(BUILT) ## fuzz every parser for ten minutes each: ONLY=ComtradeFuzzTest one of them
	@for test in $$(grep -rl '@FuzzTest' --include='*Test.java' platform-bom services | sort); do \
	  name=$$(basename $$test .java); module=$$(echo $$test | cut -d/ -f1-2); \
	  case "$$name" in $(or $(ONLY),*)) \
	    for method in $$(sed -n '/@FuzzTest/{n;s/.* void \([a-z_]*\)(.*/\1/p}' $$test); do \
	      echo "kanmin: fuzzing $$name.$$method" >&2; \
	      JAZZER_FUZZ=1 $(MVN_QUIETLY) test -pl $$module -am -Dtest="$$name#$$method" \
	        -Dsurefire.failIfNoSpecifiedTests=false -Dmaven.test.redirectTestOutputToFile=true || exit 1; \
	    done ;; esac; done

bench: $(BENCH_BUILT) ## measure speed side by side: QUICK=1 small sizes, ONLY=P1,P8 some of it
	@$(LAUNCHER) mongod >&2 || true
	@QUICK='$(QUICK)' ONLY='$(ONLY)' $(BENCH_JAVA) dev.kanmin.bench.Bench

scale: $(BENCH_BUILT) ## a million events and 10,000 streams on one gateway: QUICK=1 for a tenth
	@ulimit -n "$$(ulimit -H -n)"; QUICK='$(QUICK)' $(BENCH_JAVA) dev.kanmin.bench.scale.Scale

check: ## formatting, compiler and linter warnings, the state of the poms; changes nothing
	@$(MVN_QUIETLY) -pl '!:kanmin' spotless:check test-compile
	@'$(JDK)/bin/java' deploy/local/src/main/java/dev/kanmin/local/PomCheck.java

# The list of services first as it stands in the sources, else as it was when the programs were built.
MANIFESTS = '$(JDK)/bin/java' -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
  -cp 'platform-bom/codes/src/main/resources:deploy/local/target/lib/*' deploy/manifests/Manifests.java

manifests: $(BUILT) ## write what k8s, compose, Prometheus and Grafana get from services.yaml
	@$(MANIFESTS) write

k8s-check: $(BUILT) ## k8s, compose, alerts and dashboards against services.yaml and each other: FAULTS=1 shows each fault
	@$(MANIFESTS) $(if $(FAULTS),faults,check)
	@if command -v promtool >/dev/null; then promtool check config deploy/observe/prometheus.yaml >/dev/null && \
	  promtool test rules deploy/observe/alerts-test.yaml; \
	else echo 'kanmin: no promtool here, so the alerts were not tried' >&2; fi

fix: ## put all source files into the house's format
	@$(MVN_QUIETLY) -pl '!:kanmin' spotless:apply

clean-data: ## delete all data of the local run
	@test ! -e '$(DATA)/run.json' || { echo 'Kanmin is running: make stop first' >&2; exit 1; }
	rm -rf '$(DATA)'

clean: ## delete everything that was built
	@$(MVN) -q clean
