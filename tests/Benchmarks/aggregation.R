# The counting of aggregation.sh with data.table: Rscript aggregation.R FILE CATALOGUE OUTPUT counts|repeats.
# Ends with 1 where a person has an indicator of a year twice, and with 3 where it cannot read such a file.
suppressPackageStartupMessages(library(data.table))
setDTthreads(2)
given <- commandArgs(TRUE)
repeats <- given[4] == "repeats"
types <- c(person = "character", municipality = "character", age = "integer", sex = "character", year = "integer", indicator = "character", value = "numeric", weight = "numeric")
if (!repeats) types <- types[-1]
if (endsWith(given[1], ".parquet")) quit(status = 3)
file <- if (endsWith(given[1], ".gz")) list(cmd = paste("gzip -dc", shQuote(given[1]))) else list(file = given[1])
d <- do.call(fread, c(file, list(sep = ",", quote = "", na.strings = "", select = types, showProgress = FALSE)))

# Plain sums of columns, which data.table makes for all groups at once.
d[is.na(weight), weight := 1]
d[is.na(value), weight := NA]
d[, `:=`(answered = !is.na(value), ww = weight * weight, wx = weight * value)]
d[, wxx := wx * value]
d[, band := c("0-5", "6-9", "10-12", "13-15", "16-18")[findInterval(0:18, c(0, 6, 10, 13, 16))][age + 1L]]
leaf <- d[, .(asked = .N, base = sum(answered), cases = sum(value, na.rm = TRUE), weight = sum(weight, na.rm = TRUE), squared_weight = sum(ww, na.rm = TRUE),
              weighted_value = sum(wx, na.rm = TRUE), weighted_square = sum(wxx, na.rm = TRUE)),
          by = .(indicator, year, area = municipality, age_band = band, sex)]
means <- fread(given[2], select = c("id", "measure"))[measure == "mean", id]
leaf[indicator %in% means, cases := base]
sums <- c("asked", "base", "cases", "weight", "squared_weight", "weighted_value", "weighted_square")
keys <- c("indicator", "year", "area", "age_band", "sex")
leaf <- rbind(leaf, copy(leaf)[, area := substr(area, 1, 2)])
leaf <- rbind(leaf, copy(leaf)[, age_band := "0-18"])
leaf <- rbind(leaf, copy(leaf)[, sex := "T"])
fwrite(leaf[, lapply(.SD, sum), keyby = keys, .SDcols = sums], given[3])
if (repeats && anyDuplicated(d, by = c("person", "year", "indicator")) > 0) quit(status = 1)
