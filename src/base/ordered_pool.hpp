#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <future>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace dateline {

/// Runs `work(worker, input)` on `threads` workers and hands the results to the caller's thread in input
/// order.
///
/// `next()` gives an `optional<Input>` (empty: no more) and, like `take(Output)`, is called on the calling
/// thread only. At most `4 × threads` inputs are in flight, so memory stays bounded however long the stream
/// is. An exception from any of the three ends the run and is rethrown on the calling thread. With one thread
/// everything runs on the calling thread.
template<typename Next, typename Work, typename Take>
void ordered_map(std::size_t threads, Next next, Work work, Take take) {
    if (threads <= 1) {
        while (auto input = next()) take(work(std::size_t{0}, std::move(*input)));
        return;
    }
    using Input = typename decltype(next())::value_type;
    using Output = decltype(work(std::size_t{0}, std::declval<Input>()));
    std::mutex mutex;
    std::condition_variable wake;
    std::deque<std::packaged_task<Output(std::size_t)>> tasks;
    bool done = false;
    std::deque<std::future<Output>> results;

    std::vector<std::jthread> workers;
    const auto stop = [&] {
        {
            const std::lock_guard lock(mutex);
            done = true;
        }
        wake.notify_all();
    };
    struct StopAtExit {
        decltype(stop)& call;
        ~StopAtExit() { call(); }
    };
    for (std::size_t worker = 0; worker < threads; ++worker) {
        workers.emplace_back([&, worker] {
            for (;;) {
                std::packaged_task<Output(std::size_t)> task;
                {
                    std::unique_lock lock(mutex);
                    wake.wait(lock, [&] { return done || !tasks.empty(); });
                    if (tasks.empty()) return;
                    task = std::move(tasks.front());
                    tasks.pop_front();
                }
                task(worker);
            }
        });
    }
    const StopAtExit guard{stop}; // before the joining destructors of `workers`
    for (bool more = true; more || !results.empty();) {
        while (more && results.size() < 4 * threads) {
            auto input = next();
            if (!input) {
                more = false;
                break;
            }
            std::packaged_task<Output(std::size_t)> task(
                [&work, held = std::move(*input)](std::size_t worker) mutable {
                    return work(worker, std::move(held));
                });
            results.push_back(task.get_future());
            {
                const std::lock_guard lock(mutex);
                tasks.push_back(std::move(task));
            }
            wake.notify_one();
        }
        if (results.empty()) break;
        take(results.front().get());
        results.pop_front();
    }
}

} // namespace dateline
