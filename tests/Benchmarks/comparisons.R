# The same judgements with R's own functions, one comparison after another, as an analyst would write them: interval at 95 and 99.8 % and a two-sample test.
# Vectorised formulas would be quicker, but are the analyst's own code, not R's. Prints seconds per million comparisons of each kind.
set.seed(1)
n <- 20000
people <- sample(60:960, n, TRUE); cases <- rbinom(n, people, 0.15); others <- rbinom(n, 20000, 0.15)
shares <- system.time(for (i in 1:n) {
  a <- prop.test(cases[i], people[i], correct = FALSE, conf.level = 0.95)$conf.int
  b <- prop.test(cases[i], people[i], correct = FALSE, conf.level = 0.998)$conf.int
  p <- suppressWarnings(prop.test(c(cases[i], others[i]), c(people[i], 20000), correct = FALSE))$p.value
})["elapsed"]
events <- rpois(n, 20); rest <- rpois(n, 600)
rates <- system.time(for (i in 1:n) {
  a <- poisson.test(events[i], people[i], conf.level = 0.95)$conf.int
  b <- poisson.test(events[i], people[i], conf.level = 0.998)$conf.int
  p <- poisson.test(c(events[i], rest[i]), c(people[i], 15000))$p.value
})["elapsed"]
# Three levels for each.
cat(sprintf("%s: %.1f s per million comparisons of shares, %.1f s of rates\n", R.version.string, shares / (3 * n) * 1e6, rates / (3 * n) * 1e6))
