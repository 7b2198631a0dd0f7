// LEMON's network simplex on one instance. A client may stay out at a cost above any difference of fits, which puts the
// number of placed people first. Reads 32-bit integers: n, m, E, cap[m], ptr[n+1], col[E], w[E]. Prints milliseconds
// of processor time (building the graph excluded), placed, fit and peak memory in kilobytes.
#include <lemon/network_simplex.h>
#include <lemon/static_graph.h>
#include <sys/resource.h>
#include <algorithm>
#include <ctime>
#include <cstdint>
#include <cstdio>
#include <utility>
#include <vector>

using namespace lemon;
typedef StaticDigraph Graph;

static std::vector<int32_t> readInts(FILE* file, size_t count) {
  std::vector<int32_t> values(count);
  if (fread(values.data(), 4, count, file) != count) exit(2);
  return values;
}

int main(int argc, char** argv) {
  FILE* file = argc > 1 ? fopen(argv[1], "rb") : nullptr;
  if (!file) return 2;
  const std::vector<int32_t> head = readInts(file, 3);
  const int n = head[0], m = head[1], pairs = head[2];
  const std::vector<int32_t> cap = readInts(file, m), ptr = readInts(file, n + 1);
  const std::vector<int32_t> col = readInts(file, pairs), w = readInts(file, pairs);
  fclose(file);

  const int sink = n + m;
  const int32_t highest = pairs > 0 ? *std::max_element(w.begin(), w.end()) : 0;
  const int64_t unplaced = int64_t(highest + 1) * (2 * int64_t(std::min(n, m)) + 4);
  std::vector<std::pair<int, int>> arcs;
  std::vector<int64_t> cost;
  std::vector<int> upper;
  for (int i = 0; i < n; i++) {
    for (int e = ptr[i]; e < ptr[i + 1]; e++) {
      arcs.emplace_back(i, n + col[e]);
      cost.push_back(highest - w[e]);
      upper.push_back(1);
    }
    arcs.emplace_back(i, sink);
    cost.push_back(unplaced);
    upper.push_back(1);
  }
  for (int q = 0; q < m; q++) {
    arcs.emplace_back(n + q, sink);
    cost.push_back(0);
    upper.push_back(std::min(cap[q], n));
  }
  Graph graph;
  graph.build(n + m + 1, arcs.begin(), arcs.end());
  Graph::ArcMap<int64_t> costs(graph);
  Graph::ArcMap<int> uppers(graph);
  for (size_t a = 0; a < arcs.size(); a++) {
    costs[graph.arc(a)] = cost[a];
    uppers[graph.arc(a)] = upper[a];
  }
  Graph::NodeMap<int> supply(graph, 0);
  for (int i = 0; i < n; i++) supply[graph.node(i)] = 1;
  supply[graph.node(sink)] = -n;

  const std::clock_t start = std::clock();
  NetworkSimplex<Graph, int, int64_t> simplex(graph);
  simplex.upperMap(uppers).costMap(costs).supplyMap(supply);
  if (simplex.run() != NetworkSimplex<Graph, int, int64_t>::OPTIMAL) return 1;
  const double ms = 1000.0 * (std::clock() - start) / CLOCKS_PER_SEC;

  long placed = 0;
  long long fit = 0;
  for (size_t a = 0; a < arcs.size(); a++) {
    if (arcs[a].first >= n || arcs[a].second == sink || simplex.flow(graph.arc(a)) == 0) continue;
    placed++;
    fit += highest - cost[a];
  }
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  printf("{\"ms\": %.3f, \"placed\": %ld, \"fit\": %lld, \"memoryKb\": %ld}\n", ms, placed, fit, usage.ru_maxrss);
  return 0;
}
